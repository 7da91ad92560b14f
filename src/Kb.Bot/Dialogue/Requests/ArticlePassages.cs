using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Content.Articles;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>The pieces of an article's texts that can be quoted by themselves: paragraphs, items of lists, tables. Immutable.</summary>
internal sealed partial class ArticlePassages
{
    /// <summary>A shorter paragraph explains nothing, in characters.</summary>
    private const int Short = 80;

    /// <summary>A longer paragraph is not quoted whole for the sake of one figure, in characters.</summary>
    private const int Long = 240;

    private ArticlePassages(string brief, ImmutableArray<Block> blocks)
    {
        Sentences = [.. SentenceEnds().Split(brief.ReplaceLineEndings(" ").Trim()).Where(sentence => sentence.Length > 0)];
        Pieces = [.. blocks.SelectMany(block => block.Items).Where(item => item.Length > 0)];
        Steps = blocks.FirstOrDefault(block => block.IsSteps)?.Text
            ?? (blocks.FirstOrDefault(block => !block.IsTrouble)?.Text is { Length: >= Short } beginning && beginning != brief.Trim() ? beginning : null);
        Sections = [.. blocks.GroupBy(block => block.Heading).Where(section => section.Key.Length > 0 && !section.First().IsTrouble)
            .Select(section => new Section(section.Key, string.Join("\n\n", section.Select(block => block.Text)))), .. Pieces.Select(Led).OfType<Section>()];
        Troubles = [.. blocks.Where(block => block.IsTrouble).SelectMany(block => block.Items).Where(item => item.Length > 0)];
    }

    /// <summary>Sentences of the short answer.</summary>
    public ImmutableArray<string> Sentences { get; }

    /// <summary>Paragraphs, tables, numbered lists and single items of other lists of the full text, in order.</summary>
    public ImmutableArray<string> Pieces { get; }

    /// <summary>The first numbered list; without one, how the full text begins. Null when that says nothing new.</summary>
    public string? Steps { get; }

    /// <summary>What has a name of its own: sections under their headings, then items with a bold lead («**Кнопки нет.** …»).</summary>
    public ImmutableArray<Section> Sections { get; }

    /// <summary>Items of the section «Если не помогло».</summary>
    public ImmutableArray<string> Troubles { get; }

    /// <summary>What says how long it takes, in the short answer rather than in the full text; null when nothing does.</summary>
    public string? Term => First(Terms()) ?? Sentences.FirstOrDefault(sentence => Spans().IsMatch(sentence));

    /// <summary>What says what it costs; null when nothing does.</summary>
    public string? Price => First(Prices());

    /// <summary>Cuts an article.</summary>
    public static ArticlePassages Of(Article article) => new(article.Faces.Short?.Markdown ?? "", Cut(article.Faces.Full.Markdown));

    /// <summary>What tells of failures is no answer to a plain question.</summary>
    private string? First(Regex sign) => Sentences.Concat(Pieces.Except(Troubles)).Where(text => sign.IsMatch(text)).Select(text => Telling(text, sign)).FirstOrDefault();

    /// <summary>Of a long paragraph only what was asked for.</summary>
    private static string Telling(string piece, Regex sign) => piece.Length <= Long || piece is ['|', ..] or ['1', '.', ..]
        ? piece
        : string.Join(' ', SentenceEnds().Split(piece.ReplaceLineEndings(" ")).Where(sentence => sign.IsMatch(sentence)));

    private static ImmutableArray<Block> Cut(string markdown)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var heading = "";
        foreach (var text in BlankLines().Split(markdown.ReplaceLineEndings("\n")).Select(text => text.Trim()).Where(text => text.Length > 0))
        {
            if (text.StartsWith('#'))
            {
                heading = text.TrimStart('#', ' ');
            }
            else
            {
                blocks.Add(new Block(text, heading, TroubleHeadings().IsMatch(heading)));
            }
        }

        return blocks.DrainToImmutable();
    }

    private static Section? Led(string piece) => BoldLeads().Match(piece) is { Success: true } lead ? new Section(lead.Groups[1].Value, piece) : null;

    [GeneratedRegex(@"^\*\*([^*]{3,80})\*\*")]
    private static partial Regex BoldLeads();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[А-ЯЁA-Z0-9«\[])")]
    private static partial Regex SentenceEnds();

    [GeneratedRegex(@"(?:в течение|через|за|около|примерно|подождите|занимает|обычно|больше)[\s\u00A0]\d+[\s\u00A0](?:рабоч\w+[\s\u00A0])?(?:минут|час|день|дня|дней|сут|недел|месяц)|в тот же день|на следующий день", RegexOptions.IgnoreCase)]
    private static partial Regex Terms();

    [GeneratedRegex(@"\d+[\s\u00A0](?:рабоч\w+[\s\u00A0])?(?:минут|час|день|дня|дней|сут|недел|месяц)|сразу", RegexOptions.IgnoreCase)]
    private static partial Regex Spans();

    [GeneratedRegex(@"₽|рубл|бесплатн|платн|стоит|стоимост|доплат|без комисси", RegexOptions.IgnoreCase)]
    private static partial Regex Prices();

    /// <summary>The section that every article of ours ends with.</summary>
    [GeneratedRegex("^если (?:не|что-то|всё|все) ", RegexOptions.IgnoreCase)]
    private static partial Regex TroubleHeadings();

    /// <summary>A piece of the full text with a name.</summary>
    /// <param name="Name">Its heading or bold lead.</param>
    /// <param name="Text">Markdown, with the lead and without the heading.</param>
    public sealed record Section(string Name, string Text);

    private sealed record Block(string Text, string Heading, bool IsTrouble)
    {
        public bool IsSteps => Text.StartsWith("1. ", StringComparison.Ordinal);

        /// <summary>A list is told item by item, a table row by row; what goes on in the next line belongs to its item.</summary>
        public IEnumerable<string> Items
        {
            get
            {
                if (Text.Split('\n') is [['|', ..] header, ['|', ..] rule, .. var rows])
                {
                    return rows.Select(row => $"{header}\n{rule}\n{row}");
                }

                if (!IsItem(Text))
                {
                    return [Text];
                }

                List<string> items = [];
                foreach (var line in Text.Split('\n'))
                {
                    if (IsItem(line) || items.Count == 0)
                    {
                        // Not TrimStart: «- **Кнопки нет.** …» keeps its stars.
                        items.Add(IsItem(line) ? line[2..].TrimStart() : line.Trim());
                    }
                    else
                    {
                        items[^1] += "\n" + line.Trim();
                    }
                }

                return items;
            }
        }

        private static bool IsItem(string line) => line is ['-' or '*', ' ', ..];
    }
}
