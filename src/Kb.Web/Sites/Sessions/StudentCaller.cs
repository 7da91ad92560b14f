using System.Collections.Frozen;
using System.Globalization;
using System.Security.Claims;
using Kb.Desk.Conversations;
using Kb.Desk.People;
using Kb.Web.Security;

namespace Kb.Web.Sites.Sessions;

/// <summary>The student behind a request to one of their routes. Binds as an endpoint's parameter.</summary>
/// <param name="SessionId">Id of the session.</param>
/// <param name="EndsAt">When the session ends; an open stream ends with it.</param>
/// <param name="Site">The site that it belongs to.</param>
/// <param name="Person">Whom the site vouched for; null for somebody unknown.</param>
/// <param name="Name">The person's name; null for somebody unknown.</param>
/// <param name="Grants">What they may read.</param>
/// <param name="PageCourse">Course of the page where the widget is.</param>
/// <param name="PageLesson">Lesson of that page.</param>
public sealed record StudentCaller(
    string SessionId, DateTimeOffset EndsAt, string Site, PersonId? Person, string? Name, FrozenSet<string> Grants, string? PageCourse, string? PageLesson)
{
    /// <summary>Whose conversations these are; every query goes through it.</summary>
    public ConversationOwner Owner => Person is { } person
        ? new ConversationOwner.Verified(Site, person)
        : new ConversationOwner.Anonymous(Site, SessionId);

    /// <summary>Reads the caller that authorization has admitted.</summary>
    /// <exception cref="InvalidOperationException">The route is not behind <see cref="KbPolicies.Student"/>.</exception>
    public static StudentCaller From(ClaimsPrincipal principal) => new(
        Need(principal, KbClaims.Session),
        new DateTimeOffset(long.Parse(Need(principal, KbClaims.SessionEnds), CultureInfo.InvariantCulture), TimeSpan.Zero),
        Need(principal, KbClaims.Site),
        principal.FindFirstValue(KbClaims.Person) is { } person ? PersonId.From(person) : null,
        principal.FindFirstValue(ClaimTypes.Name),
        KbClaims.GrantsOf(principal),
        principal.FindFirstValue(KbClaims.PageCourse),
        principal.FindFirstValue(KbClaims.PageLesson));

    /// <summary>Binds the parameter.</summary>
    public static ValueTask<StudentCaller?> BindAsync(HttpContext context) => ValueTask.FromResult<StudentCaller?>(From(context.User));

    private static string Need(ClaimsPrincipal principal, string claim) =>
        principal.FindFirstValue(claim) ?? throw new InvalidOperationException("The route is open to others than students.");
}
