using Kb.Content.Lint;
using Kb.Content.Phrases;

namespace Kb.Content.Loading;

/// <summary>Counts for people.</summary>
/// <param name="Kinds">Kinds in the register.</param>
/// <param name="KindsComplete">Kinds with an article, enough phrases and enough golden questions.</param>
/// <param name="KindsWithArticles">Kinds with at least one article.</param>
/// <param name="Articles">Articles.</param>
/// <param name="KindsWithPhrases">Kinds with at least <see cref="EnoughPhrases"/> written phrases, near-duplicates counted once; patterns come on top.</param>
/// <param name="Phrases">Distinct phrases of all intents, patterns expanded.</param>
/// <param name="NotOurs">Messages that are not ours.</param>
/// <param name="KindsWithGolden">Kinds with at least <see cref="EnoughGolden"/> golden questions in each half.</param>
/// <param name="GoldenDev">Golden questions to tune on.</param>
/// <param name="GoldenGate">Golden questions to report.</param>
public sealed record ContentSummary(
    int Kinds,
    int KindsComplete,
    int KindsWithArticles,
    int Articles,
    int KindsWithPhrases,
    int Phrases,
    int NotOurs,
    int KindsWithGolden,
    int GoldenDev,
    int GoldenGate)
{
    /// <summary>Fewest distinct written phrases with which a kind is told from its neighbours.</summary>
    public const int EnoughPhrases = Lint.Wordings.EnoughPhrases.Fewest;

    /// <summary>Fewest golden questions of a kind in each half that make its figures worth reading.</summary>
    public const int EnoughGolden = Lint.Wordings.EnoughGolden.Fewest;

    /// <summary>Nothing was read.</summary>
    public static ContentSummary Nothing { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Groups of synonyms.</summary>
    public int Synonyms { get; init; }

    /// <summary>Groups of spellings.</summary>
    public int Spellings { get; init; }

    /// <summary>Templates that belong to no article.</summary>
    public int Templates { get; init; }

    /// <summary>Regulations.</summary>
    public int Regulations { get; init; }

    internal static ContentSummary Of(ContentMaterial material, PhraseBook book)
    {
        var kinds = material.Kinds.Select(kind => kind.Id.Value).ToHashSet(StringComparer.Ordinal);
        var withArticles = material.Articles.Select(article => article.Article.Kind.Value).Where(kinds.Contains).ToHashSet(StringComparer.Ordinal);
        var withPhrases = kinds.Where(kind => Lint.Wordings.EnoughPhrases.Distinct(material.Phrases.Where(entry => entry.Entry.Intent == kind)) >= EnoughPhrases).ToHashSet(StringComparer.Ordinal);
        var withGolden = kinds.Where(kind => Lint.Wordings.EnoughGolden.Count(material.Golden, kind) is var (dev, gate) && dev >= EnoughGolden && gate >= EnoughGolden).ToHashSet(StringComparer.Ordinal);
        return new ContentSummary(
            kinds.Count,
            withArticles.Count(kind => withPhrases.Contains(kind) && withGolden.Contains(kind)),
            withArticles.Count,
            material.Articles.Length,
            withPhrases.Count,
            book.Intents.Values.Sum(texts => texts.Length),
            book.NotOurs.Values.Sum(texts => texts.Length),
            withGolden.Count,
            material.Golden.Dev.Length,
            material.Golden.Gate.Length)
        {
            Templates = material.Templates.Length,
            Regulations = material.Regulations.Length,
        };
    }
}
