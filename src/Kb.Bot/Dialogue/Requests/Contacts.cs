using System.Text.RegularExpressions;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>
/// Addresses and long numbers in a message: they matter to a form and are nobody's vocabulary. To the detectors of foreign words
/// «моя почта oleg.p@mail.ru» would be a message in English.
/// </summary>
internal static partial class Contacts
{
    /// <summary>The text without them and without what is pasted; as it was when nothing else is in it.</summary>
    public static string Without(string text)
    {
        text = PastedText.Without(text);
        var rest = Marks().Replace(text, " ");
        return rest.Any(char.IsLetterOrDigit) ? rest : text;
    }

    /// <summary>Whether there is nothing else in the text.</summary>
    public static bool Only(string text) => Marks().IsMatch(text) && !Marks().Replace(text, " ").Any(char.IsLetterOrDigit);

    [GeneratedRegex(@"\S+@\S+\.\w+|\b(?:https?://|www\.)\S+|\+?\d(?:[ \u00A0()-]?\d){8,}")]
    private static partial Regex Marks();
}
