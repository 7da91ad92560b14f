using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kb.Web.Features.Home;

/// <summary>The bare address: staff go to their queue, everybody else to the help centre.</summary>
internal static class HomeEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder routes) => routes.MapGet("/", Choose).AllowAnonymous().ExcludeFromDescription();

    private static RedirectHttpResult Choose(HttpContext context) =>
        TypedResults.LocalRedirect(KbClaims.IsSignedInByCookie(context.User) ? "/desk" : "/help");
}
