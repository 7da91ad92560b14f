using System.Collections.Frozen;
using System.Security.Claims;

namespace Kb.Web.Security;

/// <summary>What a caller's identity carries, whichever way they came.</summary>
public static class KbClaims
{
    /// <summary>Who this is for idempotency, limits and the log: <c>user:…</c>, <c>key:…</c>, <c>person:…</c> or <c>session:…</c>.</summary>
    public const string Subject = "kb:subject";

    /// <summary>One claim for each thing that the caller may read (see <see cref="Kb.Search.Index.AccessRule"/>).</summary>
    public const string Grant = "kb:grant";

    /// <summary>Id of a student's session.</summary>
    public const string Session = "kb:session";

    /// <summary>When a student's session ends, in UTC ticks.</summary>
    public const string SessionEnds = "kb:session-ends";

    /// <summary>Site of a student's session.</summary>
    public const string Site = "kb:site";

    /// <summary>The desk's id of a verified person.</summary>
    public const string Person = "kb:person";

    /// <summary>Course of the page where the widget is.</summary>
    public const string PageCourse = "kb:page-course";

    /// <summary>Lesson of the page where the widget is.</summary>
    public const string PageLesson = "kb:page-lesson";

    private static readonly FrozenSet<string> Anybody = FrozenSet.Create(StringComparer.Ordinal, "public");

    /// <summary>Everything that staff may read.</summary>
    public static FrozenSet<string> StaffGrants { get; } = FrozenSet.Create(StringComparer.Ordinal, "public", "students", "agents");

    /// <summary>Who this is; null for a stranger.</summary>
    public static string? SubjectOf(ClaimsPrincipal caller) => caller.FindFirstValue(Subject);

    /// <summary>What the caller may read: at least what everybody may.</summary>
    public static FrozenSet<string> GrantsOf(ClaimsPrincipal caller) =>
        caller.FindFirst(Grant) is null
            ? Anybody
            : caller.FindAll(Grant).Select(claim => claim.Value).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a browser's cookie names this caller, and not a header that only a program of theirs can send.</summary>
    internal static bool IsSignedInByCookie(ClaimsPrincipal caller) => SubjectOf(caller)?.StartsWith("user:", StringComparison.Ordinal) == true;

    internal static IEnumerable<Claim> ForStaff(string subject) =>
        StaffGrants.Select(grant => new Claim(Grant, grant)).Prepend(new Claim(Subject, subject));
}
