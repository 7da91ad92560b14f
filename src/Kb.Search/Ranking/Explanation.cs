using System.Collections.Immutable;

namespace Kb.Search.Ranking;

/// <summary>Why a document has its score, as a tree for the people who search: the points of the parts add up to the points of the whole, give or take rounding.</summary>
/// <param name="Text">In Russian, lower case unless it quotes the query or the document: «в заголовке», «форма слова: „оплаты“».</param>
/// <param name="Points">What it adds to the score; less than 0 where it speaks against the document.</param>
/// <param name="Parts">What it is made of, the strongest first.</param>
public sealed record Explanation(string Text, double Points, ImmutableArray<Explanation> Parts)
{
    /// <summary>Nobody asked.</summary>
    public static Explanation None { get; } = new("", 0, []);

    /// <summary>With more parts.</summary>
    internal Explanation With(IEnumerable<Explanation> parts) => Of(Text, Parts.Concat(parts));

    internal static Explanation Of(string text, IEnumerable<Explanation> parts)
    {
        ImmutableArray<Explanation> sorted =
        [
            .. parts.Where(part => part.Points != 0).OrderByDescending(part => part.Points).ThenBy(part => part.Text, StringComparer.Ordinal),
        ];
        return new Explanation(text, sorted.Sum(part => part.Points), sorted);
    }
}
