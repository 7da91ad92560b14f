using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Kb.Web.Sites.LmsTokens;

/// <summary>Reads a site's public key.</summary>
internal static class RsaPublicKey
{
    private const int MinBits = 2048;
    private const int MaxPemLength = 8_000;

    /// <summary>Whether the text is the PEM of an RSA public key of at least 2,048 bits, and not of a private one.</summary>
    public static bool IsReadable(string pem)
    {
        if (pem.Length > MaxPemLength || pem.Contains("PRIVATE", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return rsa.KeySize >= MinBits;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    public static RsaSecurityKey Load(string pem)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        // Parameters, not the RSA object: the key then owns nothing that must be disposed.
        return new RsaSecurityKey(rsa.ExportParameters(includePrivateParameters: false));
    }
}
