using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Reads a field's value out of what the student wrote; never guesses one that is not there.</summary>
internal static partial class FieldReader
{
    /// <summary>The longest value, in characters: a field is a line on a ticket.</summary>
    public const int MaxLength = 300;

    private const int MostNameWords = 4;

    /// <summary>So many words name a browser or a system that we do not know; more tell something else.</summary>
    private const int MostUnknownWords = 3;

    /// <summary>So many words beside a name we know still only name it: «у меня яндекс браузер, последний».</summary>
    private const int MostKnownWords = 8;

    /// <summary>A day in a longer text that speaks of no payment is another day: «вы ещё вчера обещали ответить».</summary>
    private const int MostMomentWords = 4;

    /// <summary>«С телефона захожу» names no page.</summary>
    private const int MostDeviceWords = 4;

    /// <summary>The value in an answer to the field's own question; null when the answer is none.</summary>
    /// <param name="field">What was asked for.</param>
    /// <param name="text">The answer.</param>
    /// <param name="context">Who answers, and when.</param>
    /// <param name="isAgain">Whether the question was asked again, because the first answer was none.</param>
    public static string? Answer(FieldKind field, string text, TurnContext context, bool isAgain = false)
    {
        var utterance = Utterance.Read(text);
        return field.Shape switch
        {
            FieldShape.FullName => FullName(utterance.Text),
            FieldShape.Course => CourseTitles.Find(utterance.Text, context.Student) ?? (CourseTitles.MayBe(utterance, context.Student, isAgain) ? FreeText(utterance) : null),
            FieldShape.Page => Url(utterance.Text) ?? (KnownFields.NamesDevice(utterance.Folded) && Words(utterance) <= MostDeviceWords ? null : FreeText(utterance)),
            FieldShape.Named => Name(field, utterance, isAgain),
            FieldShape.Text when field.Id is "lesson" or "test" && FormQuestions.PointsBack(utterance) && !Studies().IsMatch(utterance.Folded) => null,
            FieldShape.Text => FreeText(utterance),
            _ => InPassing(field, text, context),
        };
    }

    /// <summary>The value that stands in a text which was not asked for it; null for shapes that cannot be told from other words.</summary>
    public static string? InPassing(FieldKind field, string text, TurnContext context)
    {
        var utterance = Utterance.Read(text);
        return field.Shape switch
        {
            FieldShape.Email => Emails(utterance.Text).FirstOrDefault(),
            FieldShape.Inn => Inn.Find(utterance.Text),
            FieldShape.Moment => Words(utterance) <= MostMomentWords || Payments().IsMatch(utterance.Folded) ? MomentReader.Read(Addresses().Replace(utterance.Folded, ""), context.Now) : null,
            FieldShape.Course => CourseTitles.Find(utterance.Text, context.Student),
            FieldShape.Page => Url(utterance.Text),
            _ => null,
        };
    }

    /// <summary>The field that an answer names where another one was asked for: «новая — anna@example.org» is not the old address.</summary>
    /// <param name="asked">The field that was asked for.</param>
    /// <param name="text">The answer.</param>
    /// <param name="missing">Ids of the fields that are not known yet.</param>
    public static FieldKind Named(FieldKind asked, string text, IEnumerable<string> missing) =>
        asked.Id == "email" && NewOne().IsMatch(Utterance.Read(text).Folded) && missing.Contains("new_email") ? FieldBook.Of("new_email") : asked;

    /// <summary>The value of another field that the same answer holds; null when it holds none.</summary>
    /// <param name="field">The other field.</param>
    /// <param name="taken">What was read as the asked field.</param>
    /// <param name="text">The whole answer.</param>
    /// <param name="context">Who answers, and when.</param>
    public static string? Also(FieldKind field, string taken, string text, TurnContext context) => field.Shape switch
    {
        FieldShape.Email => Emails(Utterance.Read(text).Text).FirstOrDefault(address => address != taken),
        FieldShape.FullName => text.Contains('@', StringComparison.Ordinal) ? Answer(field, text, context) : null,
        FieldShape.Text or FieldShape.Named => KnownFields.Named(field.Id, Utterance.Read(text).Folded),
        FieldShape.Course or FieldShape.Consent => null,
        _ => InPassing(field, text, context) is { } value && value != taken ? value : null,
    };

    /// <summary>All addresses of mail in a text, in order, in lower case.</summary>
    public static ImmutableArray<string> Emails(string text) =>
        [.. Addresses().Matches(text).Select(match => match.Value.TrimEnd('.').ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    private static string? Url(string text) => Links().Match(text) is { Success: true } link ? link.Value.TrimEnd('.', ',', ')', '!', '?') : null;

    /// <summary>The whole answer where it names a thing we know, or may be the name of one; only the name out of a story.</summary>
    private static string? Name(FieldKind field, Utterance utterance, bool isAgain)
    {
        var words = Words(utterance);
        return KnownFields.Named(field.Id, utterance.Folded) is { } known ? words <= MostKnownWords ? FreeText(utterance) : known
            : isAgain || (words <= MostUnknownWords && !(field.Id == "browser" && KnownFields.NamesDevice(utterance.Folded))) ? FreeText(utterance)
            : null;
    }

    private static int Words(Utterance utterance) => utterance.Folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string? FreeText(Utterance utterance)
    {
        var text = CardNumbers.Mask(utterance.Text);
        var isHalfAnAddress = text.Contains('@', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) && !Addresses().IsMatch(text);
        return utterance.IsEmpty || isHalfAnAddress ? null : text.Length <= MaxLength ? text : text[..(MaxLength - 1)].TrimEnd() + "…";
    }

    /// <summary>Two to four words of letters, each with a capital; what introduces them («меня зовут») and an address beside them are left out.</summary>
    private static string? FullName(string text)
    {
        var words = Introductions().Replace(Addresses().Replace(text, ""), "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= MostNameWords && words.All(IsName) ? string.Join(' ', words.Select(Capital)) : null;
    }

    private static bool IsName(string word) =>
        word.TrimEnd('.') is { Length: >= 2 } name && !Between().IsMatch(name) && name.All(letter => char.IsLetter(letter) || letter is '-' or '\'' or '’');

    private static string Capital(string word)
    {
        // «Анна-Мария» and «О'Коннор» keep the capitals that they came with.
        var name = word.TrimEnd('.');
        return name.Any(char.IsUpper) && name.Any(char.IsLower)
            ? name
            : string.Join('-', name.ToLowerInvariant().Split('-').Select(part => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(part)));
    }

    [GeneratedRegex(@"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-zА-Яа-я]{2,}")]
    private static partial Regex Addresses();

    /// <summary>What stands between an old name and a new one: «Ковалёва вместо Ковалева».</summary>
    [GeneratedRegex("^(?:вместо|не|на|или|это|было|надо|нужно|должно|быть)$", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:плат\w*|оплат\w*|заплат\w*|спис\w*|сня\w+|перев\w+|деньг\w*|карт\w*|сумм\w*|банк\w*|куп\w+|чек\w*|час\w*)\b")]
    private static partial Regex Payments();

    [GeneratedRegex(@"\d|«|\b(?:урок|модул|тем|задани|тест|экзамен|проект|лекци|зачет|контрольн|последн|перв|втор|итогов|финальн)\w*")]
    private static partial Regex Studies();

    [GeneratedRegex(@"^(?:(?:вот|моя|это)\s+)*нов(?:ая|ую|ый|ой)\b(?!.*\bстар)")]
    private static partial Regex NewOne();

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S*", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex(@"^\s*(?:меня зовут|правильно|надо|нужно|фио|это|я|вот)\s*[:—–-]?\s+|[.!]+\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Introductions();
}
