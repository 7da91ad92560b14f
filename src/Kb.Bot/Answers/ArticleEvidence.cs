using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.SearchDocuments;
using Kb.Search.Index;
using Kb.Search.Query;

namespace Kb.Bot.Answers;

/// <summary>
/// What a search of the articles thinks of each kind: a second opinion on a message, by other means than the classifier's. It reads what the articles say,
/// which no phrase may have said, and is not led astray by the one word that only another kind's phrases have. Immutable, thread-safe.
/// </summary>
public sealed class ArticleEvidence
{
    /// <summary>Opens every scope: what an article is about does not depend on who may read it, and nothing of it is shown.</summary>
    private static readonly FrozenSet<string> All = [ArticleAccess.Agents];

    /// <summary>Articles that are compared word by word with the message: the first is nearly always among them, and a tenth of the usual number takes half of the time.</summary>
    private const int Candidates = 12;

    /// <summary>
    /// Of a message with more words runs of letters are not compared: it is these messages that take longest. On the golden questions (dev half) 13 of 1,620 decisions change by it, the
    /// kind is first for .858 of the hard questions instead of .854, and one less is acted on wrongly.
    /// </summary>
    private const int RunWords = 6;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"«»„“”");

    private readonly InvertedIndex _index;

    private ArticleEvidence(InvertedIndex index, FrozenSet<string> kinds) => (_index, Kinds) = (index, kinds);

    /// <summary>The kinds that can be found at all.</summary>
    public FrozenSet<string> Kinds { get; }

    /// <summary>Indexes the articles of a base.</summary>
    public static ArticleEvidence Of(KnowledgeBase knowledge)
    {
        var options = ArticleIndex.Options(knowledge);
        var index = new InvertedIndex(options with { Candidates = Candidates, Ranking = options.Ranking with { LetterRunWords = RunWords } });
        // Out of date or not yet in force, an article tells what its kind is about all the same.
        index.Replace(ArticleDocuments.Of(knowledge, TimeZoneInfo.Utc)
            .Where(document => document.Attributes.GetValueOrDefault(ArticleDocuments.Type) == "article")
            .Select(document => document with { ValidFrom = null, ValidUntil = null }));
        return new ArticleEvidence(index, knowledge.Articles.Values.Select(article => article.Kind.Value).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>The kinds whose articles a search finds, best first; none when no article has anything to do with the text.</summary>
    /// <param name="text">A message, mended.</param>
    public ImmutableArray<FoundKind> KindsFor(string text)
    {
        // What is mended already is not mended again: that would take half of the time.
        var query = new SearchQuery(Unquoted(text), All, DateTimeOffset.UnixEpoch) { Top = Candidates, Explain = false, CountTotal = false, AsTyped = true };
        var hits = _index.Search(query).Hits;
        return
        [
            .. hits.DistinctBy(hit => hit.Attributes[ArticleDocuments.Kind])
                .Select(hit => new FoundKind(hit.Attributes[ArticleDocuments.Kind], hit.Score / hits[0].Score)),
        ];
    }

    /// <summary>To search, quotes ask for the very phrase; to a student they are punctuation.</summary>
    private static string Unquoted(string text) => text.AsSpan().ContainsAny(Quotes) ? string.Concat(text.Where(character => !Quotes.Contains(character))) : text;
}

/// <summary>A kind that search found.</summary>
/// <param name="Kind">Its id.</param>
/// <param name="Share">Score of its best article, relative to the best of all; in (0, 1].</param>
public readonly record struct FoundKind(string Kind, double Share);
