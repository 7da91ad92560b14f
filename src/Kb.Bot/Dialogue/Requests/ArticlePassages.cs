using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Content.Articles;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>The pieces of an article's texts that can be quoted by themselves: paragraphs, items of lists, tables. Immutable.</summary>
internal sealed partial class ArticlePassages
{
    private ArticlePassages(string brief, ImmutableArray<Block> blocks)
    {
        Sentences = [.. SentenceEnds().Split(brief.ReplaceLineEndings(" ").Trim()).Where(sentence => sentence.Length > 0)];
        Pieces = [.. blocks.SelectMany(block => block.Items)];
        Steps = blocks.FirstOrDefault(block => block.IsSteps)?.Text;
        Troubles = [.. blocks.Where(block => block.IsTrouble).SelectMany(block => block.Items)];
    }

    /// <summary>Sentences of the short answer.</summary>
    public ImmutableArray<string> Sentences { get; }

    /// <summary>Paragraphs, tables, numbered lists and single items of other lists of the full text, in order.</summary>
    public ImmutableArray<string> Pieces { get; }

    /// <summary>The first numbered list; null when there is none.</summary>
    public string? Steps { get; }

    /// <summary>Items of the section «Если не помогло».</summary>
    public ImmutableArray<string> Troubles { get; }

    /// <summary>Cuts an article.</summary>
    public static ArticlePassages Of(Article article) => new(article.Faces.Short?.Markdown ?? "", Cut(article.Faces.Full.Markdown));

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
                blocks.Add(new Block(text, TroubleHeadings().IsMatch(heading)));
            }
        }

        return blocks.DrainToImmutable();
    }

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=[А-ЯЁA-Z0-9«\[])")]
    private static partial Regex SentenceEnds();

    /// <summary>The section that every article of ours ends with.</summary>
    [GeneratedRegex("^если (?:не|что-то|всё|все) ", RegexOptions.IgnoreCase)]
    private static partial Regex TroubleHeadings();

    private sealed record Block(string Text, bool IsTrouble)
    {
        public bool IsSteps => Text.StartsWith("1. ", StringComparison.Ordinal);

        /// <summary>A list is told item by item; what goes on in the next line belongs to its item.</summary>
        public IEnumerable<string> Items
        {
            get
            {
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
