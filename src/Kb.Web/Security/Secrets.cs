using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kb.Web.Security;

/// <summary>Random secrets of ours: keys, sessions, passwords.</summary>
public static class Secrets
{
    private const int KeyBytes = 32;

    // No letters that are mistaken for one another when a password is read aloud or copied by hand.
    private const string PasswordLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>256 random bits in base64url behind a prefix that tells people and scanners of leaks what this is.</summary>
    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>A password of five groups of four letters: about 99 bits.</summary>
    public static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 5).Select(_ => RandomNumberGenerator.GetString(PasswordLetters, 4)));

    /// <summary>Lower-case hex SHA-256. Enough for secrets of full entropy; people's passwords go through Identity's slow hash instead.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
