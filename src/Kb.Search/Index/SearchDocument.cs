using System.Collections.Immutable;

namespace Kb.Search.Index;

/// <summary>One thing that can be found: an article, a template, later a solved ticket. Plain values; the index knows nothing of what they mean.</summary>
public sealed record SearchDocument
{
    /// <summary>Unique in the index, ordinal; the tie-breaker of equal scores, ascending.</summary>
    public required string Id { get; init; }

    /// <summary>What people see as its name; also returned with every hit.</summary>
    public required string Title { get; init; }

    /// <summary>The searchable texts, each under the name of a field that the index was configured with. A field may repeat.</summary>
    public required ImmutableArray<FieldText> Fields { get; init; }

    /// <summary>Who may see that this document exists at all.</summary>
    public AccessRule Access { get; init; } = AccessRule.Everyone;

    /// <summary>First instant at which it may be found; null when it always was.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>First instant at which it may no longer be found; null when it never ends.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Exact values to filter and count by («type», «kind», «course»); never analysed.</summary>
    public ImmutableDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A text of a document under a field's name («title», «body»).</summary>
public readonly record struct FieldText(string Field, string Text);
