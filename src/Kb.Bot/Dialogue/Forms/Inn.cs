using System.Text.RegularExpressions;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>A taxpayer's number: 10 digits of a company or 12 of a person. Control digits after the order of the tax service ММВ-7-6/435@ of 29.06.2012.</summary>
internal static partial class Inn
{
    private static readonly int[] Weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    /// <summary>The first valid number in a text, its digits alone; null when there is none.</summary>
    public static string? Find(string text) => Numbers().Matches(text)
        .Select(match => string.Concat(match.Value.Where(char.IsAsciiDigit)))
        .FirstOrDefault(IsValid);

    private static bool IsValid(string digits) => digits.Length switch
    {
        10 => Control(digits, 9) == digits[9],
        12 => Control(digits, 10) == digits[10] && Control(digits, 11) == digits[11],
        _ => false,
    };

    /// <summary>The control digit at a place: the weighted sum of the digits before it, modulo 11, modulo 10.</summary>
    private static char Control(string digits, int place)
    {
        var weights = Weights.AsSpan()[^place..];
        var sum = 0;
        for (var at = 0; at < place; at++)
        {
            sum += weights[at] * (digits[at] - '0');
        }

        return (char)('0' + (sum % 11 % 10));
    }

    /// <summary>Digits, in groups or not: «7707 083 893».</summary>
    [GeneratedRegex(@"\b\d(?:[ \u00A0-]?\d){9,11}\b")]
    private static partial Regex Numbers();
}
