using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kb.Browser.Tests.Running;

/// <summary>Signs a school's token by the words of the README alone, without a line of Kb's own code.</summary>
public static class SchoolToken
{
    private const int LifetimeSeconds = 300;

    /// <param name="site">Id of the site.</param>
    /// <param name="secret">What <c>site add</c> printed.</param>
    /// <param name="subject">The school's id of the student.</param>
    /// <param name="name">Their name.</param>
    public static string Sign(string site, string secret, string subject, string name)
    {
        var expires = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + LifetimeSeconds;
        var claims = new { iss = site, aud = "kb", sub = subject, name, exp = expires, jti = RandomNumberGenerator.GetHexString(32) };
        var signed = $"{Encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"u8)}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Encode(signature)}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
