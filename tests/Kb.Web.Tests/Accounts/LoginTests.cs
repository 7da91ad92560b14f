using System.Diagnostics;
using System.Net;
using Kb.Web.Accounts;
using Kb.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Accounts;

public sealed class LoginTests : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private KbApplication _kb = null!;

    private string Email => _kb.Administrator!.Email;

    private string Password => _kb.Administrator!.Password;

    [Fact]
    public async Task The_first_start_makes_one_administrator_and_the_second_none()
    {
        Assert.Matches("^([a-z2-9]{4}-){4}[a-z2-9]{4}$", Password);
        Assert.Null(await FirstAdministrator.EnsureAsync(_kb.Services, CancellationToken.None));
    }

    [Fact]
    public async Task The_right_password_opens_staff_pages()
    {
        var browser = await _kb.SignInAsync();

        Assert.Equal("Администратор", await (await browser.GetAsync("/try/name")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_returns_where_they_were_going()
    {
        var browser = _kb.CreateBrowser();

        var asked = await browser.GetAsync("/try/name?a=1");
        var entered = await browser.SubmitLoginAsync(Email, Password, returnUrl: "/try/name?a=1");

        Assert.Equal("/account/login?returnUrl=%2Ftry%2Fname%3Fa%3D1", asked.Headers.Location?.PathAndQuery);
        Assert.Equal("/try/name?a=1", entered.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_program_without_a_key_gets_401_and_no_redirect() =>
        await (await _kb.CreateClient().GetAsync("/api/try/name")).AssertProblemAsync(HttpStatusCode.Unauthorized, "auth.required");

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_foreign_return_address_is_400(string returnUrl)
    {
        var browser = _kb.CreateBrowser();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/account/login?returnUrl=" + Uri.EscapeDataString(returnUrl))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitLoginAsync(Email, Password, returnUrl)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_look_the_same()
    {
        var wrong = await _kb.CreateBrowser().SubmitLoginAsync(Email, "не-тот-пароль");
        var unknown = await _kb.CreateBrowser().SubmitLoginAsync("nobody@example.ru", "не-тот-пароль");

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(await WithoutTokensAsync(wrong), await WithoutTokensAsync(unknown));
    }

    [Fact]
    public async Task Five_wrong_passwords_make_any_address_wait_known_or_not()
    {
        foreach (var email in new[] { Email, "nobody@example.ru" })
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.Equal(HttpStatusCode.Unauthorized, (await _kb.CreateBrowser().SubmitLoginAsync(email, "не-тот-пароль")).StatusCode);
            }

            var sixth = await _kb.CreateBrowser().SubmitLoginAsync(email, Password);
            Assert.Equal(HttpStatusCode.TooManyRequests, sixth.StatusCode);
            Assert.NotNull(sixth.Headers.RetryAfter);
            Assert.Contains("Слишком много неудачных попыток", await sixth.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.Found, (await _kb.CreateBrowser().SubmitLoginAsync(Email, Password)).StatusCode);
    }

    [Fact]
    public async Task A_strangers_guesses_do_not_lock_the_owner_out_of_a_browser_they_have_used()
    {
        var own = await _kb.SignInAsync();
        for (var i = 0; i < 6; i++)
        {
            await _kb.CreateBrowser().SubmitLoginAsync(Email, "не-тот-пароль");
        }

        await own.SubmitAsync("/try/form", "/account/logout", []);
        var again = await own.SubmitLoginAsync(Email, Password);

        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
    }

    [Fact]
    public async Task A_password_over_256_characters_is_refused_before_it_is_hashed()
    {
        var browser = _kb.CreateBrowser();
        await browser.SubmitLoginAsync(Email, "разогрев");
        var watch = Stopwatch.StartNew();

        var response = await browser.SubmitLoginAsync(Email, new string('п', 257));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("kb-staff", string.Join(' ', response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_form_without_its_token_is_400_even_with_the_right_password()
    {
        var response = await _kb.CreateBrowser().PostAsync(
            "/account/login", new FormUrlEncodedContent([new("email", Email), new("password", Password)]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Форма устарела", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var browser = await _kb.SignInAsync();

        await browser.SubmitAsync("/try/form", "/account/logout", []);

        Assert.Equal(HttpStatusCode.Found, (await browser.GetAsync("/try/name")).StatusCode);
    }

    [Fact]
    public async Task A_new_password_or_a_closed_account_ends_sessions_with_the_next_request()
    {
        var first = await _kb.SignInAsync();
        await WithStaffAsync(staff => staff.AddOrResetAsync(Email, KbRoles.Admin, null, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Found, (await first.GetAsync("/try/name")).StatusCode);

        var password = await WithStaffAsync(staff => staff.AddOrResetAsync("anna@example.ru", KbRoles.Agent, "Анна", CancellationToken.None));
        var second = _kb.CreateBrowser();
        await second.SubmitLoginAsync("anna@example.ru", password!);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync("/try/name")).StatusCode);
        await WithStaffAsync(staff => staff.DisableAsync("anna@example.ru"));

        Assert.Equal(HttpStatusCode.Found, (await second.GetAsync("/try/name")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _kb.CreateBrowser().SubmitLoginAsync("anna@example.ru", password!)).StatusCode);
    }

    [Fact]
    public async Task On_https_the_cookie_is_bound_to_the_host_and_on_http_it_still_works()
    {
        var secure = await CookiesOfLoginAsync("https://kb.example.ru");
        var plain = await CookiesOfLoginAsync("http://localhost");

        var staff = Assert.Single(secure, cookie => cookie.StartsWith("__Host-kb-staff=", StringComparison.Ordinal));
        Assert.Contains("secure", staff, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", staff, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", staff, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(plain, cookie => cookie.StartsWith("kb-staff=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://lms.localhost", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", HttpStatusCode.OK)]
    public async Task The_staff_cookie_works_only_for_pages_of_ours(string origin, HttpStatusCode expected)
    {
        var browser = await _kb.SignInAsync();
        browser.DefaultRequestHeaders.Add("Origin", origin);

        Assert.Equal(expected, (await browser.PostAsync("/api/try/name", null)).StatusCode);
    }

    [Fact]
    public async Task An_agent_is_refused_what_only_an_administrator_may()
    {
        var agent = await _kb.CreateAgentClientAsync();

        await (await agent.GetAsync("/api/try/admin")).AssertProblemAsync(HttpStatusCode.Forbidden, "auth.forbidden");
        Assert.Equal(HttpStatusCode.OK, (await (await _kb.CreateStaffClientAsync(KbRoles.Admin)).GetAsync("/api/try/admin")).StatusCode);
    }

    public async Task InitializeAsync() => _kb = await KbApplication.StartAsync(new TestOptions
    {
        Services = services => services.AddSingleton<TimeProvider>(_clock),
        Routes = app =>
        {
            app.MapGet("/try/name", (StaffCaller caller) => caller.Name);
            app.MapGet("/try/form", () => Web.Layout.Pages.Show<Web.Accounts.Login.LoginPage>(new { }));
            app.MapMethods("/api/try/name", ["GET", "POST"], (StaffCaller caller) => caller.Name);
            app.MapGet("/api/try/admin", () => "admin").RequireAuthorization(KbPolicies.Admin);
        },
    });

    public Task DisposeAsync() => _kb.DisposeAsync();

    private async Task<T> WithStaffAsync<T>(Func<StaffDirectory, Task<T>> work)
    {
        await using var scope = _kb.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<StaffDirectory>());
    }

    private async Task<List<string>> CookiesOfLoginAsync(string address) =>
        [.. (await _kb.CreateBrowser(address).SubmitLoginAsync(Email, Password)).Headers.GetValues("Set-Cookie")];

    private static async Task<string> WithoutTokensAsync(HttpResponseMessage response) =>
        System.Text.RegularExpressions.Regex.Replace(await response.Content.ReadAsStringAsync(), "value=\"CfDJ[^\"]+\"", "");
}
