using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Kb.Web.Tests.Features.Widget;

public sealed class WidgetEndpointTests(KbApplication application) : IClassFixture<KbApplication>
{
    private static readonly Uri Address = new("/widget.js", UriKind.Relative);

    [Fact]
    public async Task Any_page_may_load_the_widget_as_a_module()
    {
        using var response = await application.CreateClient().GetAsync(Address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("cross-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task A_browser_that_takes_gzip_gets_the_same_script_compressed()
    {
        using var client = application.CreateClient();
        var plain = await client.GetByteArrayAsync(Address);
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));

        using var response = await client.GetAsync(Address);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
        await using var unpacked = new GZipStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        using var buffer = new MemoryStream();
        await unpacked.CopyToAsync(buffer);
        Assert.Equal(plain, buffer.ToArray());
    }

    [Fact]
    public async Task Each_encoding_has_a_tag_of_its_own()
    {
        using var client = application.CreateClient();
        using var plain = await client.GetAsync(Address);
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var gzipped = await client.GetAsync(Address);
        client.DefaultRequestHeaders.IfNoneMatch.Add(gzipped.Headers.ETag!);

        using var again = await client.GetAsync(Address);

        Assert.NotEqual(plain.Headers.ETag, gzipped.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_has_the_script_is_not_sent_it_again()
    {
        using var client = application.CreateClient();
        using var first = await client.GetAsync(Address);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await client.GetAsync(Address);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
