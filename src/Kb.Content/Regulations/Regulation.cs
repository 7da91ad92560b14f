using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Content.Regulations;

/// <summary>What an agent does with requests of a type or of single kinds, status by status. Agents only.</summary>
public sealed record Regulation
{
    /// <summary>The seven statuses of a request, in the order in which every regulation goes through them.</summary>
    public static ImmutableArray<string> Statuses { get; } =
        ["Открыт", "Классификация", "В работе", "Ожидание от инициатора", "Внутренний запрос", "Обратная связь", "Закрыт"];

    /// <summary>Stable key.</summary>
    public required RegulationId Id { get; init; }

    /// <summary>Title, in Russian.</summary>
    public required string Title { get; init; }

    /// <summary>Ids of the request types that it is for; empty when it is for kinds.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Kinds that it is for; empty when it is for types. For its kinds it wins over the regulation of their type.</summary>
    public ImmutableArray<KindId> Kinds { get; init; } = [];

    /// <summary>The team that answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>The day when a person last checked it.</summary>
    public required DateOnly VerifiedOn { get; init; }

    /// <summary>How often it must be checked, in days.</summary>
    public required int VerifyEveryDays { get; init; }

    /// <summary>What is done at each of <see cref="Statuses"/>, by its name, facts filled in.</summary>
    public required FrozenDictionary<string, Face> Steps { get; init; }

    /// <summary>Path relative to the content folder, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>The regulation of a request: its kind's own, else its type's, else null.</summary>
    /// <param name="all">Every regulation.</param>
    /// <param name="kind">The kind; null while it is not known.</param>
    /// <param name="type">Id of the type; null while it is not known.</param>
    public static Regulation? Of(IEnumerable<Regulation> all, KindId? kind, string? type)
    {
        Regulation? ofType = null;
        foreach (var regulation in all)
        {
            if (kind is { } known && regulation.Kinds.Contains(known))
            {
                return regulation;
            }

            if (type is not null && regulation.Types.Contains(type, StringComparer.Ordinal))
            {
                ofType ??= regulation;
            }
        }

        return ofType;
    }
}

/// <summary>Key of a regulation: kebab-case, stable; apart from the keys of articles and templates.</summary>
public readonly record struct RegulationId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
