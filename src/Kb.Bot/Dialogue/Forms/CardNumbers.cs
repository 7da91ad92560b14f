using System.Text.RegularExpressions;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Hides the numbers of bank cards: nobody at the desk may see them, and no bot asks for them.</summary>
internal static partial class CardNumbers
{
    /// <summary>The text with all but the last four digits of each card number hidden; the same instance when there is none.</summary>
    public static string Mask(string text) => Numbers().Replace(text, match =>
    {
        var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
        return IsCard(digits) ? $"•••• {digits[^4..]}" : match.Value;
    });

    /// <summary>Whether a card number stands in the text.</summary>
    public static bool In(string text) => !ReferenceEquals(Mask(text), text) && Mask(text) != text;

    /// <summary>Luhn's check (ISO/IEC 7812-1): order numbers and phones rarely pass it.</summary>
    private static bool IsCard(string digits)
    {
        var sum = 0;
        for (var fromEnd = 0; fromEnd < digits.Length; fromEnd++)
        {
            var digit = digits[^(fromEnd + 1)] - '0';
            digit = fromEnd % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>13 to 19 digits, in groups or not.</summary>
    [GeneratedRegex(@"(?<![\d])\d(?:[ \u00A0-]?\d){12,18}(?![\d])")]
    private static partial Regex Numbers();
}
