using Kb.Web.Security;

namespace Kb.Web.Tests.Security;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/desk/tickets/7?tab=notes#m3")]
    [InlineData("/поиск?q=сертификат")]
    public void A_path_of_ours_is_local(string url) => Assert.True(LocalUrl.IsLocal(url));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("desk")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/a\\b")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/evil.example")]
    [InlineData("/desk\r\nSet-Cookie: a=b")]
    public void Anything_else_is_not(string? url) => Assert.False(LocalUrl.IsLocal(url));
}
