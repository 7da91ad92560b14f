using System.Net;
using System.Net.Http.Headers;
using Kb.Web.Accounts.ApiKeys;
using Kb.Web.Accounts.Storage;
using Kb.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Accounts;

public sealed class ApiKeyTests : IAsyncLifetime
{
    private KbApplication _kb = null!;

    [Theory]
    [InlineData(KbRoles.Agent, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData(KbRoles.Editor, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData(KbRoles.Trainer, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData(KbRoles.Admin, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task A_key_opens_what_its_role_may(
        string role, HttpStatusCode agent, HttpStatusCode editor, HttpStatusCode trainer, HttpStatusCode admin)
    {
        var program = await _kb.CreateStaffClientAsync(role);

        Assert.Equal(agent, (await program.GetAsync("/api/try/agent")).StatusCode);
        Assert.Equal(editor, (await program.GetAsync("/api/try/editor")).StatusCode);
        Assert.Equal(trainer, (await program.GetAsync("/api/try/trainer")).StatusCode);
        Assert.Equal(admin, (await program.GetAsync("/api/try/admin")).StatusCode);
    }

    [Theory]
    [InlineData("kbk_")]
    [InlineData("kbk_wrong")]
    [InlineData("kbs_wrong")]
    [InlineData("Bearer")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.AAAA")]
    public async Task Any_other_bearer_is_401(string bearer)
    {
        var client = _kb.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);

        var response = await client.GetAsync("/api/try/agent");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_revoked_key_stops_with_the_next_request()
    {
        await using var scope = _kb.Services.CreateAsyncScope();
        var keys = scope.ServiceProvider.GetRequiredService<ApiKeyDirectory>();
        var (row, key) = await keys.AddAsync("Отчёты", KbRoles.Agent, CancellationToken.None);
        var client = _kb.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/try/agent")).StatusCode);

        Assert.True(await keys.RevokeAsync(row.Id, CancellationToken.None));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/try/agent")).StatusCode);
        Assert.False(await keys.RevokeAsync(row.Id, CancellationToken.None));
    }

    [Fact]
    public async Task The_database_never_holds_a_key_or_a_bearer()
    {
        var program = await _kb.CreateAgentClientAsync();
        var student = await _kb.CreateStudentClientAsync();
        await using var db = await _kb.Services.GetRequiredService<IDbContextFactory<AccountsDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");

        var file = await File.ReadAllBytesAsync(_kb.Data.Database);

        Assert.DoesNotContain(program.DefaultRequestHeaders.Authorization!.Parameter!, System.Text.Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.DoesNotContain(student.DefaultRequestHeaders.Authorization!.Parameter!, System.Text.Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => _kb = await KbApplication.StartAsync(new TestOptions
    {
        Routes = app =>
        {
            app.MapGet("/api/try/agent", () => "ok");
            app.MapGet("/api/try/editor", () => "ok").RequireAuthorization(KbPolicies.Editor);
            app.MapGet("/api/try/trainer", () => "ok").RequireAuthorization(KbPolicies.Trainer);
            app.MapGet("/api/try/admin", () => "ok").RequireAuthorization(KbPolicies.Admin);
        },
    });

    public Task DisposeAsync() => _kb.DisposeAsync();
}
