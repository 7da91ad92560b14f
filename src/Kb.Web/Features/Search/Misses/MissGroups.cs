using System.Collections.Immutable;
using Kb.Desk.Searches;
using Kb.Search.Analysis;

namespace Kb.Web.Features.Search.Misses;

/// <summary>Queries that ask for the same in other forms: «сертификата об окончании», «сертификат окончания».</summary>
/// <param name="Text">The spelling that was searched most.</param>
/// <param name="Others">The other spellings, the most frequent first.</param>
/// <param name="Places">Where they were searched.</param>
/// <param name="Count">How many searches.</param>
/// <param name="Hits">How many hits the last of them had.</param>
/// <param name="LastAt">When that was.</param>
public sealed record MissGroup(
    string Text, ImmutableArray<string> Others, ImmutableArray<SearchPlace> Places, int Count, int Hits, DateTimeOffset LastAt);

/// <summary>Puts queries together that a search reads as the same. Pure.</summary>
internal static class MissGroups
{
    /// <summary>The groups, the most frequent first, the latest of equals first.</summary>
    /// <param name="misses">Counted queries.</param>
    /// <param name="words">What search makes of a query; a query of stop words alone stands for itself.</param>
    public static ImmutableArray<MissGroup> Of(IEnumerable<SearchMiss> misses, Analyzer words) =>
    [
        .. misses
            .GroupBy(miss => KeyOf(miss.Text, words), StringComparer.Ordinal)
            .Select(Group)
            .OrderByDescending(group => group.Count)
            .ThenByDescending(group => group.LastAt)
            .ThenBy(group => group.Text, StringComparer.Ordinal),
    ];

    private static MissGroup Group(IEnumerable<SearchMiss> equal)
    {
        var texts = equal
            .GroupBy(miss => miss.Text, StringComparer.Ordinal)
            .OrderByDescending(same => same.Sum(miss => miss.Count))
            .ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Key)
            .ToImmutableArray();
        var last = equal.MaxBy(miss => miss.LastAt)!;
        return new MissGroup(
            texts[0], texts[1..], [.. equal.Select(miss => miss.Place).Distinct().Order()], equal.Sum(miss => miss.Count), last.Hits, last.LastAt);
    }

    private static string KeyOf(string text, Analyzer words) =>
        string.Join(' ', words.Analyze(text).Select(token => token.Term).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) is { Length: > 0 } key ? key : text;
}
