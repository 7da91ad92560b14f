using System.Collections.Immutable;
using Kb.Desk.People;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Features.Desk;

/// <summary>What is already known of the person who asks, so that nobody asks them again.</summary>
/// <param name="Name">What to call them.</param>
/// <param name="Email">Their address; null when the site does not tell.</param>
/// <param name="RoleLabel">Who they are at the school, in Russian.</param>
/// <param name="Courses">Courses that they were enrolled in when last seen.</param>
public sealed record Requester(string Name, string? Email, string RoleLabel, ImmutableArray<EnrolledCourse> Courses)
{
    /// <summary>Looks a person up; null when nobody vouched for them.</summary>
    internal static async Task<Requester?> FindAsync(
        IDbContextFactory<DeskDbContext> contexts, string? personId, CancellationToken cancellationToken)
    {
        if (personId is null)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var id = PersonId.From(personId);
        return await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellationToken) is { } found
            ? new Requester(found.Name, found.Email, Label(found.Role), found.Courses)
            : null;
    }

    private static string Label(PersonRole role) => role switch
    {
        PersonRole.Student => "студент",
        PersonRole.Curator => "куратор",
        PersonRole.Parent => "родитель",
        PersonRole.Teacher => "преподаватель",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown role."),
    };
}
