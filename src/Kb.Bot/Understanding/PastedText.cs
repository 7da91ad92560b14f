using System.Text.RegularExpressions;

namespace Kb.Bot.Understanding;

/// <summary>
/// Tells what a student wrote from what they pasted: a stack trace, a log, code. To a classifier forty lines of a log are a long question in
/// English; to a person they are an attachment. The question is what stands beside them in Russian. Pure.
/// </summary>
internal static partial class PastedText
{
    /// <summary>Lines beyond these are not looked at: the question stands above the log or right below it.</summary>
    private const int MostLines = 400;

    /// <summary>The share of Cyrillic among the letters of a line below which it is the machine's, if it looks like code.</summary>
    private const double MostlyLatin = 0.4;

    /// <summary>Whether a message holds something pasted.</summary>
    public static bool IsIn(string text) => text.AsSpan().ContainsAnyInRange('A', 'z') && Lines(text).Any(LooksLikeCode);

    /// <summary>What the student wrote beside it; all of the message where nothing is pasted, and nothing where all of it is.</summary>
    public static string Without(string text) => IsIn(text) ? string.Join('\n', Lines(text).Where(line => !IsMachines(line))) : text;

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Take(MostLines).Select(line => line.Trim());

    /// <summary>Beside code a line without a Cyrillic letter belongs to it.</summary>
    private static bool IsMachines(string line) => Cyrillic(line) == 0 || LooksLikeCode(line);

    private static bool LooksLikeCode(string line) => Cyrillic(line) < MostlyLatin && Code().IsMatch(line);

    private static double Cyrillic(string line)
    {
        var letters = line.Count(char.IsLetter);
        return letters == 0 ? 0 : (double)line.Count(letter => letter is (>= 'А' and <= 'я') or 'ё' or 'Ё') / letters;
    }

    /// <summary>What logs, traces and code have and what neither a wrong keyboard layout nor a transliteration has.</summary>
    [GeneratedRegex(
        @"^Traceback \(|^\s*File ""[^""]+"", line \d|^\s*at [\w.$<>]+[ (]|\b\w+(?:Error|Exception)\b\s*[:(]|\bnpm (?:ERR!|WARN)|^(?:ERROR|WARNING|WARN|INFO|DEBUG|FATAL|fatal|error|remote|warning)\b\s*[:\[]|^\s*(?:def|class|public|private|function|const|let|var|import|from|return|for|while|if|using|#include)\b.*[(){};:=""']|[\w\])]\s*(?:==|!=|\+=|=>|->|::|&&)\s*[\w(\[]|\w\(.*\)\s*[;{:]?$|^\s*[{}\])]+[;,]?$|^\s*<\/?\w+[^>]*>|\b(?:SELECT|INSERT|UPDATE|DELETE)\b.*\b(?:FROM|INTO|SET|WHERE)\b|\b(?:GET|POST|PUT) https?://|\b[45]\d\d \([A-Z]|^\s*\$ \w|^[A-Z]:\\|\b0x[0-9a-f]{4,}|\bline \d+, in \w|Exit(?:ed| code| status)")]
    private static partial Regex Code();
}
