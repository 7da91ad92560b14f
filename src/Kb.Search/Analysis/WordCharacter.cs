using System.Buffers;
using System.Globalization;
using System.Text;

namespace Kb.Search.Analysis;

/// <summary>What a character is to a word.</summary>
internal enum CharacterClass
{
    /// <summary>Ends a word.</summary>
    Separator,

    /// <summary>A letter, a digit, or a mark that belongs to the letter before it.</summary>
    Word,

    /// <summary>Drawn on the letter before it; cannot begin a word.</summary>
    Mark,

    /// <summary>Takes no place on the screen (soft hyphen, zero-width space, direction mark): may stand inside a word and means nothing.</summary>
    Invisible,
}

/// <summary>How single characters make up a word: their class and their form in a term.</summary>
internal static class WordCharacter
{
    /// <summary>Below this almost every character of our texts lies: ASCII, Latin, Cyrillic. No surrogates.</summary>
    private const int KnownCharacters = 0x0530;

    private static readonly CharacterClass[] Known = [.. Enumerable.Range(0, KnownCharacters).Select(code => OfSingle((char)code))];

    /// <summary>Characters that stand in a term as they are.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        [.. Enumerable.Range(0, KnownCharacters).Select(code => (char)code).Where(character => char.IsAscii(character) || character >= '\u0400')]);

    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';

    public static CharacterClass Classify(ReadOnlySpan<char> text, int at, out int width)
    {
        var character = text[at];
        width = 1;
        if (character < KnownCharacters)
        {
            return Known[character];
        }

        if (!char.IsSurrogate(character))
        {
            return OfSingle(character);
        }

        if (Rune.DecodeFromUtf16(text[at..], out var rune, out _) != OperationStatus.Done)
        {
            return CharacterClass.Separator;
        }

        width = 2;
        return FromCategory(Rune.GetUnicodeCategory(rune));
    }

    /// <summary>Whether the term of a word is just its characters, as of nearly every word.</summary>
    public static bool IsPlain(ReadOnlySpan<char> word) => !word.ContainsAnyExcept(Plain);

    /// <summary>Appends a character in its normal form; drops it if it is invisible or a mark that composes with nothing.</summary>
    public static void AppendNormalized(ReadOnlySpan<char> character, TermBuffer word)
    {
        var first = character[0];
        switch (first)
        {
            case >= '\u0300' and <= '\u036F':
                Compose(first, word);
                break;
            case >= FullWidthFirst and <= FullWidthLast:
                word.Append([(char)(first - FullWidthFirst + '!')]);
                break;
            case '\u2010' or '\u2011':
                word.Append("-");
                break;
            case '\u2019' or '\u02BC':
                word.Append("'");
                break;
            default:
                if (char.IsAscii(first) || Classify(character, 0, out _) != CharacterClass.Invisible)
                {
                    word.Append(character);
                }

                break;
        }
    }

    /// <summary>Й and ё are letters of their own; a stress mark («за́мок») is not, and neither is a pile of marks.</summary>
    private static void Compose(char mark, TermBuffer word)
    {
        if (word.Length == 0)
        {
            return;
        }

        ref var last = ref word.Characters[^1];
        if ((last, mark) is ('и' or 'И', '\u0306') or ('е' or 'Е', '\u0308'))
        {
            last = last switch { 'и' => 'й', 'И' => 'Й', 'е' => 'ё', _ => 'Ё' };
        }
        else if (!char.IsSurrogate(last) && string.Create(2, (last, mark), Fill).Normalize() is [var composed])
        {
            last = composed;
        }

        static void Fill(Span<char> pair, (char Letter, char Mark) from) => (pair[0], pair[1]) = from;
    }

    private static CharacterClass OfSingle(char character) => char.IsAscii(character)
        ? (char.IsAsciiLetterOrDigit(character) ? CharacterClass.Word : CharacterClass.Separator)
        : FromCategory(char.GetUnicodeCategory(character));

    private static CharacterClass FromCategory(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber => CharacterClass.Word,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterClass.Mark,
        UnicodeCategory.Format => CharacterClass.Invisible,
        _ => CharacterClass.Separator,
    };
}
