using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kb.Web.Hosting;

namespace Kb.Web.Sites.LmsTokens;

/// <summary>The learning system's part: signs a token as the README tells a school to. The demo page and the tests play that part.</summary>
public static class LmsTokenSigner
{
    /// <summary>A token signed with HS256.</summary>
    /// <param name="claims">Anything that serializes to the claims of a token.</param>
    /// <param name="secret">The site's secret as it was printed; its UTF-8 bytes are the key.</param>
    public static string Sign(object claims, string secret)
    {
        var header = Base64Url.EncodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"u8);
        var payload = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, KbJson.Options));
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes($"{header}.{payload}"));
        return $"{header}.{payload}.{Base64Url.EncodeToString(signature)}";
    }
}
