using System.Net;
using Kb.Web.Accounts;
using Kb.Web.Accounts.ApiKeys;
using Kb.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Accounts;

public sealed class EndedSessionTests(KbApplication kb) : IClassFixture<KbApplication>
{
    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_its_owner_signed_out()
    {
        var (browser, thief) = await SignInWithCopyAsync();
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/api/tickets")).StatusCode);

        await browser.SubmitAsync("/desk", "/account/logout", []);

        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("/api/tickets")).StatusCode);
    }

    [Fact]
    public async Task Who_signs_out_in_one_browser_stays_signed_in_in_another()
    {
        var home = await kb.SignInAsync();
        var office = await kb.SignInAsync();

        await home.SubmitAsync("/desk", "/account/logout", []);

        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/desk")).StatusCode);
    }

    [Fact]
    public async Task An_open_stream_of_the_staff_ends_when_its_listener_signs_out()
    {
        var (browser, other) = await SignInWithCopyAsync();
        await using var stream = await EventReader.OpenAsync(other, "/api/tickets/events");
        Assert.Equal("position", (await stream.NextAsync())?.Name);

        await browser.SubmitAsync("/desk", "/account/logout", []);

        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task An_open_stream_of_the_staff_ends_when_its_key_is_revoked_or_its_account_closed()
    {
        await using var scope = kb.Services.CreateAsyncScope();
        var keys = scope.ServiceProvider.GetRequiredService<ApiKeyDirectory>();
        var (row, key) = await keys.AddAsync("Поток", KbRoles.Agent, CancellationToken.None);
        var program = kb.CreateClient();
        program.DefaultRequestHeaders.Authorization = new("Bearer", key);
        var staff = scope.ServiceProvider.GetRequiredService<StaffDirectory>();
        var password = await staff.AddOrResetAsync("olga@example.ru", KbRoles.Agent, "Ольга", CancellationToken.None);
        var olga = kb.CreateBrowser();
        await olga.SubmitLoginAsync("olga@example.ru", password!);
        await using var ofProgram = await EventReader.OpenAsync(program, "/api/tickets/events");
        await using var ofPerson = await EventReader.OpenAsync(olga, "/api/tickets/events");
        await ofProgram.NextAsync();
        await ofPerson.NextAsync();

        await keys.RevokeAsync(row.Id, CancellationToken.None);
        await staff.DisableAsync("olga@example.ru");

        Assert.Null(await ofProgram.NextAsync());
        Assert.Null(await ofPerson.NextAsync());
    }

    /// <summary>A signed-in browser, and somebody else with its cookie.</summary>
    private async Task<(HttpClient Browser, HttpClient Copy)> SignInWithCopyAsync()
    {
        var browser = kb.CreateBrowser();
        var response = await browser.SubmitLoginAsync(kb.Administrator!.Email, kb.Administrator.Password);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("kb-staff=", StringComparison.Ordinal)).Split(';')[0];
        var copy = kb.CreateClient();
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        return (browser, copy);
    }
}
