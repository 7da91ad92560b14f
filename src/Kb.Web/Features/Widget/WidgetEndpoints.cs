using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Kb.Web.Features.Widget;

/// <summary><c>/widget.js</c>: the one file that a school's page loads.</summary>
internal static class WidgetEndpoints
{
    public static void MapWidget(this WebApplication app)
    {
        var script = WidgetScript.Load();
        app.MapGet("/widget.js", (HttpContext context) => Send(script, context)).AllowAnonymous().ExcludeFromDescription();
    }

    private static FileContentHttpResult Send(WidgetScript script, HttpContext context)
    {
        var headers = context.Response.Headers;
        // Any page may load it, as a module script must be allowed to; whom it serves is decided where sessions are opened.
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.CacheControl = "public, max-age=300, stale-while-revalidate=86400";
        headers.Vary = "Accept-Encoding";
        var isGzipped = context.Request.GetTypedHeaders().AcceptEncoding
            .Any(accepted => accepted.Value == "gzip" && accepted.Quality is null or > 0);
        if (isGzipped)
        {
            headers.ContentEncoding = "gzip";
        }

        return TypedResults.Bytes(
            isGzipped ? script.Gzipped : script.Plain,
            "text/javascript; charset=utf-8",
            entityTag: new EntityTagHeaderValue(isGzipped ? script.GzippedETag : script.ETag));
    }
}
