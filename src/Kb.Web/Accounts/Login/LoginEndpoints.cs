using System.Diagnostics;
using Kb.Web.Layout;
using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Kb.Web.Accounts.Login;

/// <summary>The door for staff: <c>/account/login</c> and <c>/account/logout</c>.</summary>
internal static class LoginEndpoints
{
    private const string Home = "/";

    public static void MapLogin(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/account").ExcludeFromDescription();
        group.MapGet("/login", Ask).AllowAnonymous();
        group.MapPost("/login", EnterAsync).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);
        group.MapPost("/logout", LeaveAsync);
    }

    private static Results<RazorComponentResult<PageShell>, RedirectHttpResult, KbProblemPage> Ask(HttpContext context, string? returnUrl)
    {
        if (returnUrl is not null && !LocalUrl.IsLocal(returnUrl))
        {
            return new KbProblemPage(KbProblems.BadRequest());
        }

        return context.User.Identity?.IsAuthenticated == true
            ? TypedResults.LocalRedirect(returnUrl ?? Home)
            : Form(returnUrl);
    }

    private static async Task<IResult> EnterAsync(
        HttpContext context, [FromForm] string? email, [FromForm] string? password, [FromForm] string? returnUrl,
        SignIn signIn, KnownBrowser browsers, IUserClaimsPrincipalFactory<StaffUser> principals)
    {
        if (returnUrl is { Length: > 0 } && !LocalUrl.IsLocal(returnUrl))
        {
            return new KbProblemPage(KbProblems.BadRequest());
        }

        var known = email is { Length: <= StaffDirectory.MaxCredentialLength } && browsers.Knows(context.Request, email);
        switch (await signIn.HandleAsync(email, password, known, context.Connection.RemoteIpAddress))
        {
            case SignInResult.Admitted(var user):
                browsers.Remember(context, email!);
                await context.SignInAsync(StaffCookie.Scheme, await principals.CreateAsync(user));
                return TypedResults.LocalRedirect(returnUrl is { Length: > 0 } ? returnUrl : Home);
            case SignInResult.Throttled(var wait):
                context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Form(returnUrl, "Слишком много неудачных попыток. Подождите пять минут и попробуйте ещё раз.", StatusCodes.Status429TooManyRequests);
            case SignInResult.Unreadable:
                return Form(returnUrl, "Введите электронную почту и пароль, каждый не длиннее 256 знаков.", StatusCodes.Status400BadRequest);
            case SignInResult.Refused:
                return Form(returnUrl, "Почта или пароль не подошли. Проверьте раскладку и попробуйте ещё раз.", StatusCodes.Status401Unauthorized);
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<RedirectHttpResult> LeaveAsync(
        HttpContext context, IFormCollection form, StaffCaller caller, StaffSessions sessions, Audit audit, CancellationToken cancellationToken)
    {
        _ = form; // Reading the form is what checks the antiforgery token.
        await sessions.EndAsync(context.User, cancellationToken);
        await context.SignOutAsync(StaffCookie.Scheme);
        audit.SignedOut(caller.Id);
        return TypedResults.LocalRedirect("/account/login");
    }

    private static RazorComponentResult<PageShell> Form(string? returnUrl, string? error = null, int status = StatusCodes.Status200OK) =>
        Pages.Show<LoginPage>(new { ReturnUrl = returnUrl, Error = error }, status);
}
