using System.Net;
using Kb.Web.Health;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task A_server_in_order_is_ready()
    {
        await using var kb = await KbApplication.StartAsync(new TestOptions());

        var response = await kb.CreateClient().GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"status":"ready","reasons":[]}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_is_broken_is_named_by_its_code_and_nothing_more()
    {
        await using var kb = await KbApplication.StartAsync(new TestOptions
        {
            Services = services => services
                .AddSingleton<IReadinessCheck>(new Broken("index", null))
                .AddSingleton<IReadinessCheck>(new Broken("mail", new InvalidOperationException("secret path"))),
        });

        var response = await kb.CreateClient().GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("""{"status":"not_ready","reasons":["index","mail"]}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_clock_of_the_last_century_is_not_ready()
    {
        var clock = new TestClock();
        await using var kb = await KbApplication.StartAsync(new TestOptions { Services = services => services.AddSingleton<TimeProvider>(clock) });
        clock.Advance(TimeSpan.FromDays(-30 * 365));

        var response = await kb.CreateClient().GetAsync("/health/ready");

        Assert.Contains("clock", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private sealed class Broken(string code, Exception? failure) : IReadinessCheck
    {
        public string Code => code;

        public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) =>
            failure is null ? ValueTask.FromResult(false) : throw failure;
    }
}
