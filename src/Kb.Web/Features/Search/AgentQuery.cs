using System.Collections.Immutable;

namespace Kb.Web.Features.Search;

/// <summary>What a member of staff looks for.</summary>
/// <param name="Text">As typed; any text is accepted.</param>
public sealed record AgentQuery(string Text)
{
    /// <summary>Most hits that one request returns.</summary>
    public const int MaxTop = 100;

    /// <summary>Types to find (see <see cref="HitType"/>); empty for all.</summary>
    public ImmutableArray<HitType> Types { get; init; } = [];

    /// <summary>Id of a request kind to stay within; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>Id of a course: only what holds for it; null for all.</summary>
    public string? Course { get; init; }

    /// <summary>Whether the last word may be only its beginning: somebody is typing it now.</summary>
    public bool IsStillTyped { get; init; }

    /// <summary>Whether to search for the very words, without repair.</summary>
    public bool AsTyped { get; init; }

    /// <summary>How many hits to return; taken as the nearest of 1 to <see cref="MaxTop"/>.</summary>
    public int Top { get; init; } = 10;

    /// <summary>What narrows the search, as parameters of an address.</summary>
    public IEnumerable<(string Name, string Value)> Filters =>
        from filter in new (string Name, string? Value)[]
        {
            ("types", string.Join(',', Types.Select(type => type.Id))),
            ("kind", Kind),
            ("course", Course),
            ("exact", AsTyped ? "true" : null),
        }
        where !string.IsNullOrEmpty(filter.Value)
        select (filter.Name, filter.Value);
}
