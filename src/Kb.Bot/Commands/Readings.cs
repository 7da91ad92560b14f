using System.Collections.Immutable;
using Kb.Bot.Understanding;
using Kb.Search.Repair;

namespace Kb.Bot.Commands;

/// <summary>The ways one message may be meant: as typed, and, where it holds Latin letters, as a wrong keyboard layout or a transliteration.</summary>
public static class Readings
{
    /// <summary>1 to 5 readings, the literal one first.</summary>
    public static ImmutableArray<string> Of(Utterance utterance)
    {
        var folded = utterance.Folded;
        return folded.Any(char.IsAsciiLetter)
            ?
            [
                folded,
                KeyboardLayout.ToRussian(folded, keepEnd: true), KeyboardLayout.ToRussian(folded, keepEnd: false),
                Transliteration.ToCyrillic(folded, middleJ: 'й'), Transliteration.ToCyrillic(folded, middleJ: 'ж'),
            ]
            : [folded];
    }
}
