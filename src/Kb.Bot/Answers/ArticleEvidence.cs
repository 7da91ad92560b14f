using System.Buffers;
using System.Collections.Frozen;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.SearchDocuments;
using Kb.Search.Index;
using Kb.Search.Query;

namespace Kb.Bot.Answers;

/// <summary>
/// Which kind's article a search of the base would show first: a second opinion on a guess, by other means than the classifier's.
/// On the golden questions (dev half) agreement tells right guesses from wrong ones better than the coverage of words. Immutable, thread-safe.
/// </summary>
public sealed class ArticleEvidence
{
    /// <summary>Opens every scope: what an article is about does not depend on who may read it, and nothing of it is shown.</summary>
    private static readonly FrozenSet<string> All = [ArticleAccess.Agents];

    /// <summary>Articles that are compared word by word with the message: the first is nearly always among them, and a tenth of the usual number takes half of the time.</summary>
    private const int Candidates = 12;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"«»„“”");

    private readonly InvertedIndex _index;

    private ArticleEvidence(InvertedIndex index) => _index = index;

    /// <summary>Indexes the articles of a base.</summary>
    public static ArticleEvidence Of(KnowledgeBase knowledge)
    {
        var index = new InvertedIndex(ArticleIndex.Options(knowledge) with { Candidates = Candidates });
        // Out of date or not yet in force, an article tells what its kind is about all the same.
        index.Replace(ArticleDocuments.Of(knowledge, TimeZoneInfo.Utc)
            .Where(document => document.Attributes.GetValueOrDefault(ArticleDocuments.Type) == "article")
            .Select(document => document with { ValidFrom = null, ValidUntil = null }));
        return new ArticleEvidence(index);
    }

    /// <summary>The kind of the best article; null when no article has anything to do with the text.</summary>
    /// <param name="text">A message.</param>
    public string? KindFor(string text)
    {
        var query = new SearchQuery(Unquoted(text), All, DateTimeOffset.UnixEpoch) { Top = 1, Explain = false, CountTotal = false };
        return _index.Search(query).Hits is [var best, ..] ? best.Attributes.GetValueOrDefault(ArticleDocuments.Kind) : null;
    }

    /// <summary>To search, quotes ask for the very phrase; to a student they are punctuation.</summary>
    private static string Unquoted(string text) => text.AsSpan().ContainsAny(Quotes) ? string.Concat(text.Where(character => !Quotes.Contains(character))) : text;
}
