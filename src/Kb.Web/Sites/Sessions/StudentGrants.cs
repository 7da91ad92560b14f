using System.Collections.Immutable;
using Kb.Desk.People;
using Kb.Desk.Storage;

namespace Kb.Web.Sites.Sessions;

/// <summary>What a student may read, by what their site says about them.</summary>
internal static class StudentGrants
{
    /// <summary>Somebody for whom nobody vouched.</summary>
    public static ImmutableArray<string> Anonymous { get; } = ["public"];

    /// <summary>A person of the site. A course whose access has run out opens nothing: its articles are part of what was bought.</summary>
    /// <param name="person">Whom the site vouches for.</param>
    /// <param name="today">The school's day; the last day of access still counts.</param>
    public static ImmutableArray<string> Of(Person person, DateOnly today) =>
    [
        "public",
        "students",
        "role:" + StableText<PersonRole>.Of(person.Role),
        .. Open(person, today).Select(course => "course:" + course.Id).Distinct(StringComparer.Ordinal),
        .. Open(person, today).Where(course => course.Stream is not null).Select(course => "stream:" + course.Stream).Distinct(StringComparer.Ordinal),
    ];

    private static IEnumerable<EnrolledCourse> Open(Person person, DateOnly today) =>
        person.Courses.Where(course => !(course.AccessUntil < today));
}
