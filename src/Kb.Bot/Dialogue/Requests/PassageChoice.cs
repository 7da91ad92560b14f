using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Content.Articles;
using Kb.Search.Analysis;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>Chooses the passage of an article that answers a follow-up. Immutable, thread-safe.</summary>
/// <param name="stopWords">Of the base.</param>
internal sealed partial class PassageChoice(FrozenSet<string> stopWords)
{
    /// <summary>Of so many words a passage may miss one.</summary>
    private const int ManyWords = 3;

    /// <summary>The place of words that stand neither in a piece's first words nor in its first sentence.</summary>
    private const int InPassing = 2;

    /// <summary>What is longer, in characters, is read on the article's own page.</summary>
    private const int LongestSection = 500;

    /// <summary>A failure of so many words may be asked for by one of them.</summary>
    private const int MostOfATrouble = 3;

    /// <summary>From so many letters on the beginning of a word stands for it.</summary>
    private const int ShortForm = 4;

    private readonly Analyzer _content = RussianAnalyzer.Create(stopWords);
    private readonly Analyzer _stems = RussianAnalyzer.Create(FrozenSet<string>.Empty);

    /// <summary>The passage of an article; null when it says nothing of it.</summary>
    public string? Find(Article article, FollowUpQuestion asked)
    {
        var passages = ArticlePassages.Of(article);
        return asked.Aspect switch
        {
            FollowUpAspect.Time => passages.Term,
            FollowUpAspect.Price => passages.Price,
            FollowUpAspect.Steps => Named(passages, asked) ?? passages.Steps,
            _ => (asked.Property.Length > 0 ? Named(passages, asked) : null) ?? Naming([.. passages.Pieces.Where(piece => !IsBesideTrouble(passages, piece, asked))], asked) ?? Naming(passages.Sentences, asked),
        };
    }

    /// <summary>Whether a question has words that a passage could have.</summary>
    public bool IsAboutSomething(FollowUpQuestion asked) => Wanted(asked).Count > 0;

    /// <summary>Whether a piece tells of a failure that the single word of a question does not name: «картой» of «Нужно сменить карту или платёж не списался».</summary>
    private bool IsBesideTrouble(ArticlePassages passages, string piece, FollowUpQuestion asked) =>
        passages.Troubles.Contains(piece) && Wanted(asked).Count == 1 && _content.Analyze(Head().Match(piece).Value).Length > MostOfATrouble;

    /// <summary>The section that is named after what is asked: «куда его отправить» by «Куда отправить», the shortest name first.</summary>
    private string? Named(ArticlePassages passages, FollowUpQuestion asked)
    {
        var wanted = asked.IsAgain || asked.Detail.Length == 0 ? [] : Wanted(asked);
        return wanted.Count == 0 ? null : passages.Sections
            .Where(section => section.Text.Length <= LongestSection && Shared(section.Name, wanted) == wanted.Count)
            .OrderBy(section => section.Name.Length)
            .Select(section => section.Text)
            .FirstOrDefault();
    }

    /// <summary>Stems of what is asked about; «а сколько раз?» has nothing but a word that otherwise says little.</summary>
    private HashSet<string> Wanted(FollowUpQuestion asked) =>
        asked.Property.Length > 0 ? StemsOf(asked.Property)
        : _content.Analyze(asked.Subject) is [_, ..] content ? [.. content.Select(token => token.Term)]
        : StemsOf(asked.Subject);

    private HashSet<string> StemsOf(string text) => [.. _stems.Analyze(text).Select(token => token.Term)];

    /// <summary>The piece that has the wanted words: best in its first words, then in its first sentence; the shortest of several. Of many words one may be missing.</summary>
    /// <param name="pieces">Of the article.</param>
    /// <param name="asked">
    /// Against a sure reading a word in passing counts nothing, and neither does a single word: «картой» of «деньги уйдут в фонд, а не на карту». «С телефона» is
    /// a fragment, and was meant so.
    /// </param>
    private string? Naming(ImmutableArray<string> pieces, FollowUpQuestion asked)
    {
        var wanted = Wanted(asked);
        var needed = asked.Property.Length > 0 ? Math.Min(wanted.Count, 1) : wanted.Count >= ManyWords ? wanted.Count - 1 : wanted.Count;
        var inLead = asked.IsSure || (wanted.Count == 1 && !asked.IsFragment);
        var found = wanted.Count == 0 ? [] : pieces
            .Select(piece => (Text: piece, Place: Array.FindIndex([Head().Match(piece).Value, Lead().Match(piece).Value, piece], part => Shared(part, wanted) >= needed), Shared: Shared(piece, wanted)))
            .Where(piece => piece.Place >= 0 && (piece.Place < InPassing || !inLead))
            .OrderByDescending(piece => piece.Shared)
            .ThenBy(piece => piece.Place)
            .ThenBy(piece => piece.Place == 0 ? 0 : piece.Text.Length)
            .ToList();
        return found is [(['|', ..] row, _, _), ..] ? TableOf(row, pieces, wanted) : found.Select(piece => piece.Text).FirstOrDefault();
    }

    /// <summary>The rows of one table that speak of it, under its head.</summary>
    private string TableOf(string row, ImmutableArray<string> pieces, HashSet<string> wanted)
    {
        var head = row[..(row.LastIndexOf('\n') + 1)];
        return head + string.Join('\n', pieces.Where(piece => piece.StartsWith(head, StringComparison.Ordinal)).Select(piece => piece[head.Length..]).Where(line => Shared(line, wanted) > 0));
    }

    private int Shared(string text, HashSet<string> wanted)
    {
        var words = StemsOf(text);
        // «На англ» is short for «на английском».
        return wanted.Count(word => words.Contains(word) || (word.Length >= ShortForm && words.Any(longer => longer.StartsWith(word, StringComparison.Ordinal))));
    }

    /// <summary>What stands in bold at the beginning, the first cell of a table's row, else the first four words.</summary>
    [GeneratedRegex(@"^(?:\*\*[^*]+\*\*|(?:\|[^\n]*\n\|[\s:|-]*\n)?\|[^|]+\||(?:\S+\s+){0,3}\S+)")]
    private static partial Regex Head();

    /// <summary>Up to the end of the first sentence; a table has none and is its own lead.</summary>
    [GeneratedRegex(@"^(?:\|[\s\S]*|(?:(?![.!?](?:\s|\*)|—)[\s\S])*)")]
    private static partial Regex Lead();
}
