using System.Runtime.CompilerServices;

namespace Kb.Bot.Tests.Samples;

/// <summary>
/// Compares a text with the snapshot beside the test, <c>Class.Method.verified.md</c>, after the convention of Verify. A difference
/// leaves <c>….received.md</c> beside it: read it, and if it is right, rename it.
/// </summary>
internal static class Verified
{
    public static void Matches(string text, string folder = "", [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var name = Path.Combine(Path.GetDirectoryName(file)!, folder, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        var received = $"{name}.received.md";
        var verified = $"{name}.verified.md";
        if (File.Exists(verified) && File.ReadAllText(verified) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"Differs from {verified}: compare with {received}.\n\n{text}");
    }
}
