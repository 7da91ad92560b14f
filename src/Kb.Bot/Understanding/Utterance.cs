using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Kb.Bot.Commands;

namespace Kb.Bot.Understanding;

/// <summary>One message of a student, cleaned: what every recognizer reads. Make it with <see cref="Read"/>.</summary>
public sealed partial record Utterance
{
    /// <summary>How many characters of a message are read; the bot's question rarely hides deeper, and a bomb must not cost seconds.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Letters of Russian and English, figures and usual marks: a text of nothing else is composed already, which is costly to find out otherwise.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), .. Enumerable.Range('А', 'я' - 'А' + 1).Select(code => (char)code), .. "ёЁ«»„“”—–…№\n\r\t"]);

    private static readonly SearchValues<char> Strange = SearchValues.Create("|‹›~^{}[]<>\\`§¦¬¤");

    private Utterance(string text, string folded)
    {
        Text = text;
        Folded = folded;
    }

    /// <summary>As the student wrote it: NFC, without invisible characters, single spaces, trimmed.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/> in lower case with «ё» written as «е»; punctuation stays.</summary>
    public string Folded { get; }

    /// <summary>Whether nothing can be read in it: no letter and no digit, or letters by ones and twos among signs that no sentence has («т| пc«‹»), or only a file's name.</summary>
    public bool IsEmpty => !Folded.Any(char.IsLetterOrDigit) || FileName().IsMatch(Folded) || (Folded.IndexOfAny(Strange) >= 0 && Clause.Words(Folded).All(word => word.Length <= 2));

    /// <summary>Cleans a message. Any string is accepted, broken UTF-16 too.</summary>
    public static Utterance Read(string raw)
    {
        var head = raw.Length <= MaxLength ? raw : raw[..MaxLength];
        var text = head.AsSpan().ContainsAnyExcept(Plain) ? CollapseSpaces(Compose(head)) : CollapseSpaces(head);
        return new Utterance(text, text.ToLowerInvariant().Replace('ё', 'е'));
    }

    /// <summary>NFC, so that «й» typed as «и» and a breve is one letter. Normalize throws on broken surrogates and noncharacters: they become U+FFFD or go.</summary>
    private static string Compose(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsNoncharacter(rune))
            {
                whole.Append(rune);
            }
        }

        return whole.ToString().Normalize(NormalizationForm.FormC);
    }

    [GeneratedRegex(@"^\S+\.(?:mp4|mov|avi|mkv|mp3|m4a|ogg|wav|png|jpe?g|gif|webp|heic|pdf|docx?|xlsx?|pptx?|csv|txt|zip|rar|7z|ipynb|py|js|html|psd|fig)$")]
    private static partial Regex FileName();

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static string CollapseSpaces(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (!IsInvisible(character))
            {
                clean.Append(character);
            }
        }

        return clean.ToString().TrimEnd(' ');
    }

    /// <summary>Zero-width spaces and joiners, soft hyphens, direction marks, and combining marks that NFC left over («о́»).</summary>
    private static bool IsInvisible(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
