using System.Collections.Immutable;
using Kb.Desk.People;
using Kb.Desk.Storage;

namespace Kb.Web.Sites.Sessions;

/// <summary>What a student may read, by what their site says about them.</summary>
internal static class StudentGrants
{
    /// <summary>Somebody for whom nobody vouched.</summary>
    public static ImmutableArray<string> Anonymous { get; } = ["public"];

    /// <summary>A person of the site. Access that has run out takes no grant away: «why is my course closed» is a question about it too.</summary>
    public static ImmutableArray<string> Of(Person person) =>
    [
        "public",
        "students",
        "role:" + StableText<PersonRole>.Of(person.Role),
        .. person.Courses.Select(course => "course:" + course.Id).Distinct(StringComparer.Ordinal),
        .. person.Courses.Where(course => course.Stream is not null).Select(course => "stream:" + course.Stream).Distinct(StringComparer.Ordinal),
    ];
}
