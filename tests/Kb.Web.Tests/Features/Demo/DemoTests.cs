using System.Net;
using System.Net.Http.Json;
using Kb.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Features.Demo;

public sealed class DemoTests(DemoTests.Server server) : IClassFixture<DemoTests.Server>
{
    private const string Neighbour = "192.0.2.7";

    [Theory]
    [InlineData("/demo", "Мария Соколова")]
    [InlineData("/demo?student=timur", "Графический дизайн с нуля")]
    [InlineData("/demo?student=none", "Пробный урок")]
    [InlineData("/demo?student=%3Cscript%3E", "Мария Соколова")]
    public async Task On_this_machine_it_plays_the_learning_platform(string address, string expected)
    {
        using var response = await server.CallFrom("127.0.0.1").GetAsync(address);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains("<script type=\"module\" src=\"/widget.js\" data-site=\"demo\"></script>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<style|<script>|\\s(style|on[a-z]+)=", page);
    }

    [Theory]
    [InlineData("/demo")]
    [InlineData("/demo/token?student=maria")]
    public async Task To_another_machine_it_does_not_exist(string address)
    {
        using var response = await server.CallFrom(Neighbour).GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    public async Task Behind_a_proxy_on_this_machine_it_does_not_exist_either(string header, string value)
    {
        using var client = server.CallFrom("::1");
        client.DefaultRequestHeaders.Add(header, value);

        using var response = await client.GetAsync("/demo/token?student=maria");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_option_demo_opens_it_to_everybody()
    {
        await using var open = new Server { IsDemo = true };
        await open.InitializeAsync();

        using var response = await open.CallFrom(Neighbour).GetAsync("/demo");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("maria", "Мария Соколова")]
    [InlineData("timur", "Тимур Алиев")]
    public async Task Its_tokens_open_a_session_for_the_student_once_each(string student, string name)
    {
        using var client = server.CallFrom("127.0.0.1");
        var token = await client.GetStringAsync($"/demo/token?student={student}");
        var another = await client.GetStringAsync($"/demo/token?student={student}");

        using var session = await client.PostAsJsonAsync("/api/widget/session", new { site = "demo", token });
        var person = (await session.JsonAsync()).GetProperty("person");

        Assert.NotEqual(token, another);
        Assert.Equal(name, person.GetProperty("name").GetString());
        Assert.True(person.GetProperty("verified").GetBoolean());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?student=none")]
    [InlineData("?student=../admin")]
    public async Task It_signs_for_nobody_else(string query)
    {
        using var response = await server.CallFrom("127.0.0.1").GetAsync("/demo/token" + query);

        Assert.InRange((int)response.StatusCode, 400, 404);
    }

    /// <summary>A server whose callers say where they are: the in-memory one has no connections, hence no addresses.</summary>
    public sealed class Server : IAsyncLifetime, IAsyncDisposable
    {
        private const string AddressHeader = "Test-Address";

        private KbApplication? _kb;

        public bool IsDemo { get; init; }

        public async Task InitializeAsync() => _kb = await KbApplication.StartAsync(new TestOptions
        {
            Services = services =>
            {
                services.AddSingleton<IStartupFilter>(new CallerAddress());
                var settings = (HostSettings)services.Last(service => service.ServiceType == typeof(HostSettings)).ImplementationInstance!;
                services.AddSingleton(settings with { Demo = IsDemo });
            },
        });

        public HttpClient CallFrom(string address)
        {
            var client = _kb!.CreateClient();
            client.DefaultRequestHeaders.Add(AddressHeader, address);
            return client;
        }

        public async Task DisposeAsync()
        {
            if (_kb is not null)
            {
                await _kb.DisposeAsync();
            }
        }

        async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

        private sealed class CallerAddress : IStartupFilter
        {
            public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
            {
                app.Use((context, following) =>
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[AddressHeader].ToString());
                    return following(context);
                });
                next(app);
            };
        }
    }
}
