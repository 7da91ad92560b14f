using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Bot.Understanding;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>What need not be asked: the student wrote it already, or the learning platform vouches for it.</summary>
internal static partial class KnownFields
{
    /// <summary>More words tell something else.</summary>
    private const int MostEquipment = 6;

    private const string Email = "email";

    /// <summary>The fields of a kind that are known, in the kind's order.</summary>
    /// <param name="kind">Whose fields.</param>
    /// <param name="said">What the student wrote about it, the oldest first.</param>
    /// <param name="context">Who they are.</param>
    public static ImmutableArray<FieldValue> Of(RequestKind kind, ImmutableArray<string> said, TurnContext context)
    {
        var fields = kind.Ask.Select(FieldBook.Of).ToImmutableArray();
        var text = string.Join('\n', said);
        var emails = EmailsOf(fields, text, context.Student);
        return
        [
            .. fields
                .Select(field => (field.Id, Value: emails.GetValueOrDefault(field.Id) ?? (field.Shape == FieldShape.Email ? null : OfText(field, text, context) ?? OfCard(field, context))))
                .Where(found => found.Value is not null)
                .Select(found => new FieldValue(found.Id, found.Value!)),
        ];
    }

    /// <summary>The platform's address is the account's; of those in the text the first is the account's where the platform tells none, the next one is the other.</summary>
    private static ImmutableDictionary<string, string> EmailsOf(ImmutableArray<FieldKind> fields, string text, StudentCard? student)
    {
        var ids = fields.Where(field => field.Shape == FieldShape.Email).Select(field => field.Id);
        var written = FieldReader.Emails(Utterance.Read(text).Text).ToList();
        if (ids.Count() > 1 && student?.Email is { } own)
        {
            written.RemoveAll(address => address.Equals(own, StringComparison.OrdinalIgnoreCase));
            written.Insert(0, own);
        }
        else if (written.Count == 0 && student?.Email is { } known)
        {
            written.Add(known);
        }

        return ids.OrderByDescending(id => id == Email).Zip(written).ToImmutableDictionary(pair => pair.First, pair => pair.Second);
    }

    private static string? OfText(FieldKind field, string text, TurnContext context)
    {
        var folded = Utterance.Read(text).Folded;
        return field.Id switch
        {
            "reason" => Because().Match(folded) is { Success: true } because ? because.Groups[1].Value : null,
            _ => Named(field.Id, folded) ?? FieldReader.InPassing(field, text, context),
        };
    }

    /// <summary>What a text calls by name: a browser, a device, a system, a lesson; null for other fields.</summary>
    public static string? Named(string field, string folded) => field switch
    {
        "browser" => First(Browsers(), folded),
        "device" => First(Devices(), folded),
        "os" => First(Systems(), folded),
        "lesson" => First(Lessons(), folded),
        _ => null,
    };

    /// <summary>Whether a text is nothing but names of devices, systems and browsers, and their numbers: «андроид 11, хром».</summary>
    public static bool IsEquipment(string folded)
    {
        var words = Commands.Clause.Words(folded).Where(word => word.Length > 0).ToList();
        return words.Count is > 1 and <= MostEquipment && words.Exists(Names)
            && words.TrueForAll(word => Names(word) || word.Any(char.IsDigit) || word is "у" or "меня" or "это" or "и" or "про" or "pro" or "версия" or "браузер" or "телефон");

        static bool Names(string word) => Named("browser", word) is not null || Named("device", word) is not null || Named("os", word) is not null;
    }

    /// <summary>Whether a text calls a device by name: «с телефона», «на компе».</summary>
    public static bool NamesDevice(string folded) => Devices().IsMatch(folded);

    /// <summary>The only course needs no choosing. A name is never taken: a wrong one may be the very trouble.</summary>
    private static string? OfCard(FieldKind field, TurnContext context) =>
        field.Shape == FieldShape.Course && context.Student is { Courses: [var only] } ? only.Title : null;

    private static string? First(Regex names, string folded) => names.Match(folded) is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"\b(?:потому что|так как|по причине) ([^.!?\n]{3,200})")]
    private static partial Regex Because();

    [GeneratedRegex(@"\b(?:google chrome|chrome|хром\w*|firefox|фаерфокс|файрфокс|safari|сафари|edge|эдж|opera|опер[аеу]|яндекс[ .-]?браузер\w*)(?: \d+(?:\.\d+)*)?\b")]
    private static partial Regex Browsers();

    [GeneratedRegex(@"\b(?:iphone|айфон\w*|ipad|айпад\w*|android|андроид\w*|телефон\w*|смартфон\w*|планшет\w*|ноут|ноутбук\w*|ноут[аеу]|комп|комп[аеу]|компьютер\w*|макбук\w*|macbook)(?: \d+)?\b")]
    private static partial Regex Devices();

    [GeneratedRegex(@"\b(?:windows(?: ?(?:7|8|10|11))?|винд\w+(?: ?(?:7|8|10|11))?|mac ?os|макос|linux|линукс|ubuntu|android|андроид|ios)\b")]
    private static partial Regex Systems();

    [GeneratedRegex(@"\b(?:урок\w* (?:№ ?)?\d+(?:\.\d+)*|\d+(?:\.\d+)*(?:-?(?:й|м|ий))? урок\w*)")]
    private static partial Regex Lessons();
}
