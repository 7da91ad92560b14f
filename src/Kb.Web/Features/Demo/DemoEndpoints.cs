using Kb.Web.Problems;
using Kb.Web.Sites;
using Kb.Web.Sites.LmsTokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kb.Web.Features.Demo;

/// <summary>The learning platform's part, played for those who try Kb: a page with the widget and the server side that signs tokens.</summary>
internal static class DemoEndpoints
{
    public static void MapDemo(this WebApplication app)
    {
        var demo = app.MapGroup("").OpenToThisMachineOnly().AllowAnonymous().ExcludeFromDescription();
        demo.MapGet("/demo", ShowPage);
        demo.MapGet("/demo/token", SignTokenAsync);
    }

    /// <summary>The page; <paramref name="student"/> <c>none</c> is somebody who has not signed in to the platform.</summary>
    private static RazorComponentResult<DemoPage> ShowPage(string? student, TimeProvider time) =>
        new(new { Student = student == "none" ? null : DemoStudent.Find(student) ?? DemoStudent.All[0], Today = time.GetUtcNow() });

    private static async Task<Results<ContentHttpResult, KbProblem>> SignTokenAsync(
        string student, SiteDirectory sites, TimeProvider time, CancellationToken cancellationToken)
    {
        if (DemoStudent.Find(student) is not { } known
            || await sites.FindAsync(Site.DemoId, cancellationToken) is not { } site
            || site.Keys.FirstOrDefault(key => key.Algorithm == SiteKey.Hs256) is not { } key)
        {
            return KbProblems.NotFound;
        }

        var now = time.GetUtcNow();
        var claims = known.Claims(Guid.CreateVersion7(now).ToString("n"), now);
        return TypedResults.Text(LmsTokenSigner.Sign(claims, sites.Reveal(key)), "application/jwt");
    }
}
