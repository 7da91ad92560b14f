namespace Kb.Web.Tests.Security;

public sealed class SecurityHeaderTests(SmallKb kb) : IClassFixture<SmallKb>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/css/kb.css")]
    [InlineData("/no-such-page")]
    [InlineData("/api/no-such-route")]
    public async Task Every_answer_carries_them(string path)
    {
        var response = await kb.CreateClient().GetAsync(path);

        var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
            headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
        Assert.Equal("DENY", headers["X-Frame-Options"]);
        Assert.Equal("same-origin", headers["Referrer-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.Equal("camera=(), geolocation=(), microphone=(), payment=(), usb=()", headers["Permissions-Policy"]);
        Assert.False(headers.ContainsKey("Server"));
        Assert.False(headers.ContainsKey("Strict-Transport-Security"), "A plain connection must not promise a secure one.");
    }

    [Fact]
    public async Task A_secure_connection_stays_secure()
    {
        var response = await kb.CreateClient("https://kb.example.ru").GetAsync("/health/live");

        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Pages_have_nothing_inline()
    {
        var page = await (await kb.CreateBrowser().GetAsync("/no-such-page")).Content.ReadAsStringAsync();

        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("\\s(style|on[a-z]+)=", page);
    }
}
