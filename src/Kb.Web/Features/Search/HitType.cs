using System.Collections.Immutable;

namespace Kb.Web.Features.Search;

/// <summary>A type of thing that agents find.</summary>
/// <param name="Id">As in addresses and in the index.</param>
/// <param name="One">What people see on a card.</param>
/// <param name="Many">What people see on a filter.</param>
public sealed record HitType(string Id, string One, string Many)
{
    /// <summary>What an audience reads.</summary>
    public static readonly HitType Article = new("article", "Статья", "Статьи");

    /// <summary>A reply with variables.</summary>
    public static readonly HitType Template = new("template", "Шаблон ответа", "Шаблоны");

    /// <summary>What only staff may know.</summary>
    public static readonly HitType Note = new("note", "Для сотрудников", "Для сотрудников");

    /// <summary>A solved request.</summary>
    public static readonly HitType Ticket = new("ticket", "Заявка", "Заявки");

    private static readonly ImmutableArray<HitType> All = [Article, Template, Note, Ticket];

    /// <summary>The type with this id, or null.</summary>
    public static HitType? Find(string id) => All.FirstOrDefault(type => type.Id == id);

    /// <summary>Reads «article,template»; null when a part of it is no type.</summary>
    public static ImmutableArray<HitType>? ReadList(string? list)
    {
        var types = ImmutableArray.CreateBuilder<HitType>();
        foreach (var id in (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Find(id) is not { } type)
            {
                return null;
            }

            types.Add(type);
        }

        return types.DrainToImmutable();
    }
}
