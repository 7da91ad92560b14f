using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Bot.Understanding;
using Kb.Search.Repair;

namespace Kb.Bot.Commands;

/// <summary>The ways one message may be meant: as typed, and, where it holds Latin letters, as a wrong keyboard layout or a transliteration.</summary>
public static partial class Readings
{
    /// <summary>What looks like a Cyrillic letter, capitals too: after a fold to lower case «T» is «t». The rows of Unicode's confusables (UTS #39) and the keys beside them.</summary>
    private const string Drawn = "aceopxyktmhb03";

    private const string Meant = "асеорхуктмнвоз";

    /// <summary>Without one of these a message has one reading.</summary>
    private static readonly SearchValues<char> MixedIn = SearchValues.Create("abcdefghijklmnopqrstuvwxyz03");

    /// <summary>1 to 5 readings, each once, the literal one first.</summary>
    public static ImmutableArray<string> Of(Utterance utterance)
    {
        // «0ператор», «опеpатор» and «о п е р а т о р» are no riddles to a person.
        var folded = Spelled().Replace(utterance.Folded, word => Gaps().Replace(word.Value, ""));
        if (!folded.AsSpan().ContainsAny(MixedIn))
        {
            return [folded];
        }

        folded = Mixed().Replace(folded, word => Redrawn(word.Value));
        return folded.Any(char.IsAsciiLetter)
            ?
            [
                .. new[]
                {
                    folded,
                    KeyboardLayout.ToRussian(folded, keepEnd: true), KeyboardLayout.ToRussian(folded, keepEnd: false),
                    Transliteration.ToCyrillic(folded, middleJ: 'й'), Transliteration.ToCyrillic(folded, middleJ: 'ж'),
                }.Distinct(StringComparer.Ordinal),
            ]
            : [folded];
    }

    /// <summary>A word of two alphabets in one, if every foreign sign of it stands for a letter.</summary>
    private static string Redrawn(string word)
    {
        var letters = word.Select(sign => Drawn.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at ? Meant[at] : sign).ToArray();
        return letters.All(char.IsLetter) && !letters.Any(char.IsAsciiLetter) ? new string(letters) : word;
    }

    /// <summary>Five letters or more, each for itself.</summary>
    [GeneratedRegex(@"(?<!\w)\p{L}(?:[ ._*-]{1,2}\p{L}){4,}(?!\w)")]
    private static partial Regex Spelled();

    [GeneratedRegex("[ ._*-]+")]
    private static partial Regex Gaps();

    /// <summary>A word with a Cyrillic letter and something else; a figure at its end («урок3») counts things.</summary>
    [GeneratedRegex(@"(?=\w*[а-я])(?=\w*[a-z03])\w*\p{L}\b")]
    private static partial Regex Mixed();
}
