using System.Net;
using System.Net.Http.Json;
using Kb.Web.Security;
using Kb.Web.Sites;
using Kb.Web.Sites.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Sites;

public sealed class SessionTests : IAsyncLifetime
{
    private const string Lms = "https://lms.example.ru";

    private readonly TestClock _clock = new();
    private KbApplication _kb = null!;

    [Fact]
    public async Task Nobody_in_particular_may_ask_but_is_nobody()
    {
        var response = await OpenAsync(token: null);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var body = await response.JsonAsync();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, body.GetProperty("person").ValueKind);
        Assert.Equal(_clock.GetUtcNow().AddHours(8), body.GetProperty("expiresAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_session_says_who_the_student_is_and_what_they_may_read()
    {
        var student = await _kb.CreateStudentClientAsync("anna", "Анна Ли", new TestCourse("py", "Питон с нуля", "осень"));

        var caller = await (await student.GetAsync("/api/try/me")).JsonAsync();

        Assert.Equal("Анна Ли", caller.GetProperty("name").GetString());
        Assert.Equal(Site.DemoId, caller.GetProperty("site").GetString());
        Assert.Equal(
            ["course:py", "public", "role:student", "stream:осень", "students"],
            caller.GetProperty("grants").EnumerateArray().Select(grant => grant.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_subject_stays_one_person_from_token_to_token()
    {
        var first = await (await (await _kb.CreateStudentClientAsync("anna", "Анна Ли")).GetAsync("/api/try/me")).JsonAsync();
        var second = await (await (await _kb.CreateStudentClientAsync("anna", "Анна Ким")).GetAsync("/api/try/me")).JsonAsync();

        Assert.Equal(first.GetProperty("person").ToString(), second.GetProperty("person").ToString());
        Assert.Equal("Анна Ким", second.GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_token_is_exchanged_once()
    {
        var token = await TokenAsync();

        var first = await OpenAsync(token);
        var second = await OpenAsync(token);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        await second.AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    [Fact]
    public async Task A_repeated_request_with_its_own_key_gets_the_same_session()
    {
        var token = await TokenAsync();

        var first = await (await OpenAsync(token, key: "k1")).JsonAsync();
        var again = await (await OpenAsync(token, key: "k1")).JsonAsync();
        var other = await OpenAsync(token, key: "k2");

        Assert.Equal(first.GetProperty("session").GetString(), again.GetProperty("session").GetString());
        await other.AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    [Fact]
    public async Task Two_exchanges_at_the_same_moment_give_one_session()
    {
        var token = await TokenAsync();

        var responses = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(token, key: "same")));

        var sessions = await Task.WhenAll(responses.Select(async response => (await response.JsonAsync()).GetProperty("session").GetString()));
        Assert.Single(sessions.Distinct());
    }

    [Fact]
    public async Task An_unknown_site_is_not_found() =>
        await (await _kb.CreateClient().PostAsJsonAsync("/api/widget/session", new { site = "no-such" }))
            .AssertProblemAsync(HttpStatusCode.NotFound, "site.unknown");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"site":null}""")]
    [InlineData("""{"site":7}""")]
    [InlineData("""{"site":"demo","token":{}}""")]
    [InlineData("""{"site":"demo","role":"admin"}""")]
    public async Task A_body_of_another_shape_is_400(string body)
    {
        var response = await _kb.CreateClient().PostAsync("/api/widget/session", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://lms.example.ru.evil.example")]
    [InlineData("https://lms.example.ru:8443")]
    [InlineData("http://lms.example.ru")]
    [InlineData("HTTPS://LMS.EXAMPLE.RU")]
    [InlineData("null")]
    public async Task A_page_of_another_origin_gets_no_session_and_no_permission(string origin)
    {
        var response = await OpenAsync(token: null, site: "school", origin: origin);

        await response.AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_page_of_the_site_gets_a_session_that_answers_to_that_page_alone()
    {
        var response = await OpenAsync(token: null, site: "school", origin: Lms);
        var bearer = (await response.JsonAsync()).GetProperty("session").GetString()!;

        Assert.Equal(Lms, Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.OK, (await MeAsync(bearer, Lms)).StatusCode);
        await (await MeAsync(bearer, "https://evil.example")).AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    [Fact]
    public async Task A_preflight_opens_the_widgets_routes_and_no_others()
    {
        var widget = await PreflightAsync("/api/widget/session");
        var staff = await PreflightAsync("/api/try/staff");

        Assert.Equal(Lms, Assert.Single(widget.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(staff.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_session_ends()
    {
        var student = await _kb.CreateStudentClientAsync();

        _clock.Advance(TimeSpan.FromHours(8));

        await (await student.GetAsync("/api/try/me")).AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    [Fact]
    public async Task What_has_ended_is_swept_and_what_has_not_stays()
    {
        await OpenAsync(await TokenAsync());
        _clock.Advance(TimeSpan.FromHours(4));
        var late = await _kb.CreateAnonymousClientAsync();
        _clock.Advance(TimeSpan.FromHours(4));

        var swept = await _kb.Services.GetRequiredService<ExpiredSessions>().SweepAsync(CancellationToken.None);

        Assert.Equal(2, swept); // One session and its spent token.
        Assert.Equal(HttpStatusCode.OK, (await late.GetAsync("/api/try/me")).StatusCode);
    }

    [Fact]
    public async Task A_student_is_no_staff_and_staff_are_no_students()
    {
        var student = await _kb.CreateStudentClientAsync();
        var admin = await _kb.CreateStaffClientAsync(KbRoles.Admin);

        await (await student.GetAsync("/api/try/staff")).AssertProblemAsync(HttpStatusCode.Forbidden, "auth.forbidden");
        await (await admin.GetAsync("/api/try/me")).AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_work_and_after_two_only_the_newer_ones()
    {
        var old = await _kb.SecretOfAsync(Site.DemoId);
        await RotateAsync();
        var middle = await _kb.SecretOfAsync(Site.DemoId);
        Assert.Equal(HttpStatusCode.Created, (await OpenAsync(Token(old))).StatusCode);

        await RotateAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await OpenAsync(Token(old))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await OpenAsync(Token(middle))).StatusCode);
    }

    public async Task InitializeAsync()
    {
        _kb = await KbApplication.StartAsync(new TestOptions
        {
            Services = services => services.AddSingleton<TimeProvider>(_clock),
            Routes = app =>
            {
                app.MapGet("/api/try/me", (StudentCaller caller) => new { caller.Name, caller.Site, Person = caller.Person?.Value, caller.Grants }).RequireAuthorization(KbPolicies.Student).RequireCors(SiteCors.Widget);
                app.MapGet("/api/try/staff", () => "staff");
            },
        });
        await using var scope = _kb.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SiteDirectory>().AddAsync("school", [Lms], null, CancellationToken.None);
    }

    public Task DisposeAsync() => _kb.DisposeAsync();

    private async Task<HttpResponseMessage> OpenAsync(string? token, string? key = null, string site = Site.DemoId, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/widget/session") { Content = JsonContent.Create(new { site, token }) };
        Add(request, "Idempotency-Key", key);
        Add(request, "Origin", origin);
        return await _kb.CreateClient().SendAsync(request);
    }

    private async Task<HttpResponseMessage> MeAsync(string bearer, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/try/me");
        Add(request, "Authorization", "Bearer " + bearer);
        Add(request, "Origin", origin);
        return await _kb.CreateClient().SendAsync(request);
    }

    private async Task<HttpResponseMessage> PreflightAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        Add(request, "Origin", Lms);
        Add(request, "Access-Control-Request-Method", path.EndsWith("staff", StringComparison.Ordinal) ? "GET" : "POST");
        return await _kb.CreateClient().SendAsync(request);
    }

    private static void Add(HttpRequestMessage request, string header, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }
    }

    private async Task RotateAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        await using var scope = _kb.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SiteDirectory>().RotateAsync(Site.DemoId, null, CancellationToken.None);
    }

    private async Task<string> TokenAsync() => Token(await _kb.SecretOfAsync(Site.DemoId));

    private string Token(string secret) => Kb.Web.Sites.LmsTokens.LmsTokenSigner.Sign(
        new
        {
            iss = Site.DemoId,
            aud = "kb",
            sub = "ivan",
            name = "Иван",
            exp = _clock.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds(),
            jti = Guid.CreateVersion7().ToString(),
        },
        secret);
}
