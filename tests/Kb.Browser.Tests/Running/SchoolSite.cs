using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kb.Browser.Tests.Running;

/// <summary>
/// A school's own site on an origin of its own, under the strictest policy that the widget promises to work with. Its page is full
/// of elements whose names shadow what careless scripts use.
/// </summary>
public sealed class SchoolSite : IAsyncDisposable
{
    private readonly Uri _kb;
    private WebApplication? _app;

    private SchoolSite(Uri kb) => _kb = kb;

    /// <summary>The secret that <c>site add</c> printed; tokens are signed with it.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The origin, as a browser spells it.</summary>
    public string Origin => _app!.Urls.First();

    /// <summary>The page with the widget.</summary>
    public string Lesson => $"{Origin}/lesson?__proto__[token]=x&constructor.prototype.site=x";

    /// <param name="kb">The server whose widget the page loads.</param>
    /// <param name="siteId">What the page calls itself to Kb.</param>
    public static async Task<SchoolSite> StartAsync(Uri kb, string siteId)
    {
        var site = new SchoolSite(kb);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/lesson", (HttpContext context) => site.Page(context, siteId));
        app.MapGet("/school.js", () => Results.Text(
            "window.KbWidget = [['user', async () => (await fetch('/token')).text()]];", "text/javascript"));
        app.MapGet("/token", () => SchoolToken.Sign(siteId, site.Secret, "student-1", "Анна Ким"));
        site._app = app;
        await app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private IResult Page(HttpContext context, string siteId)
    {
        var kb = _kb.GetLeftPart(UriPartial.Authority);
        context.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' {kb}; connect-src 'self' {kb}; base-uri 'none'; form-action 'none'; "
            + "require-trusted-types-for 'script'; trusted-types kb-widget";
        return Results.Text(
            $"""
            <!DOCTYPE html>
            <html lang="ru">
            <head><meta charset="utf-8"><title>Урок на площадке школы</title></head>
            <body>
            <h1>Урок</h1>
            <form name="body"></form><form name="querySelectorAll"></form><img name="createElement" alt="">
            <form name="hidden"></form><form name="addEventListener"></form>
            <a id="customElements"></a><form id="KbWidgetSettings"><input name="site"></form>
            <script src="/school.js"></script>
            <script type="module" src="{kb}/widget.js" data-site="{siteId}"></script>
            </body>
            </html>
            """,
            "text/html; charset=utf-8");
    }
}
