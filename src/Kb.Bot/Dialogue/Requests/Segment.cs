using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>A piece of a message that may hold a request of its own.</summary>
/// <param name="Text">As written, without the mark that ended it.</param>
/// <param name="Asks">Whether it asks or wants something, and does not merely tell.</param>
/// <param name="Denied">Whether it says what the student does not want: «не хочу возврат».</param>
/// <param name="Greets">Whether it is nothing but a greeting.</param>
internal sealed partial record Segment(string Text, bool Asks, bool Denied, bool Greets)
{
    /// <summary>A message of more pieces is a book; its first ones tell enough.</summary>
    private const int Most = 24;

    /// <summary>So soon after «но» the trouble is told.</summary>
    private const int TroubleWithin = 6;

    /// <summary>More words after «не» tell something.</summary>
    private const int MostOfAThing = 4;

    /// <summary>Whether it only says who writes: «я мама ученика 7 класса».</summary>
    public bool Introduces => !Asks && Introductions().IsMatch(Utterance.Read(Text).Folded);

    /// <summary>Words that begin a request. After a comma or a joining word they begin another one.</summary>
    private static readonly FrozenSet<string> Openers = """
        как где сколько почему зачем куда кто какой какая какие можно нельзя хочу хотела хотел хотим хотелось нужно нужен нужна нужны надо подскажите подскажи скажите расскажите
        помогите помоги прошу просим верните оформите пришлите отправьте дайте сделайте исправьте поменяйте измените удалите объедините перенесите продлите проверьте откройте закройте
        отмените отключите смените замените запишите интересует интересно могу можете
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>What tells of trouble, and so asks for help.</summary>
    private static readonly FrozenSet<string> Troubles = """
        не нет ошибка ошибку ошибки пропал пропала пропало пропали сломался сломалось завис висит исчез исчезли потерял потеряла потеряли забыл забыла закончились закончился
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenSet<string> Fillers =
        "а и но ну да я мне мы нам же вот так ой нет пожалуйста еще также кстати плюс просто во первых вторых третьих".Split(' ').ToFrozenSet();

    /// <summary>How many words it has.</summary>
    public int Words => Text.Count(character => character == ' ') + 1;

    /// <summary>Cuts a message into sentences, and these where another request begins.</summary>
    /// <param name="text">As written; line breaks count.</param>
    public static ImmutableArray<Segment> Of(string text) =>
    [
        .. Sentences().Split(text)
            .SelectMany(Clauses)
            .Select(piece => piece.Trim(' ', ',', ';', '-', '—', '–', ':'))
            .Where(piece => piece.Any(char.IsLetter))
            .Take(Most)
            .ToList() is var pieces ? pieces.Select((piece, at) => Read(piece, stands: at == pieces.Count - 1 && (at == 0 || !string.Equals(pieces[at - 1], "нет", StringComparison.OrdinalIgnoreCase)))) : [],
    ];

    /// <param name="piece">With the mark that ends it.</param>
    /// <param name="stands">Whether «не …» in it is not set against anything after it, and answers nothing with «нет» before it.</param>
    private static Segment Read(string piece, bool stands)
    {
        var words = WordsOf(piece).SkipWhile(Fillers.Contains).ToList();
        return new Segment(
            piece.TrimEnd('.', '!', '?', '…', ' '),
            piece.EndsWith('?') || words.Take(6).Any(word => Openers.Contains(word) || Troubles.Contains(word) || word is "когда" or "что" or "ли"),
            Declining.Denies(piece) || (!stands && DeniesAThing(piece)),
            Greetings().Match(piece).Length == piece.Length);
    }

    /// <summary>A comma or a joining word ends a clause only where the next word begins a request: «пишет, что пароль неверный» is one.</summary>
    private static IEnumerable<string> Clauses(string sentence)
    {
        var start = Greetings().Match(sentence).Length;
        if (start > 0)
        {
            yield return sentence[..start];
        }

        // A comma that ends the greeting is cut already.
        var joints = Joints().Matches(sentence, start);
        for (var i = 0; i < joints.Count; i++)
        {
            var joint = joints[i];
            var rest = WordsOf(sentence[(joint.Index + joint.Length)..]).SkipWhile(Fillers.Contains).Take(1).ToList();
            if (PointsBack().IsMatch(sentence[(joint.Index + joint.Length)..]))
            {
                continue; // «В сертификате ошибка, как это исправить»: alone the question would be about anything.
            }

            if (joint.Value.Contains("но", StringComparison.Ordinal) && WordsOf(sentence[(joint.Index + joint.Length)..]).Take(TroubleWithin).Any(Troubles.Contains)
                || Reason().IsMatch(joint.Value) || joint.Value.Contains("вопрос", StringComparison.OrdinalIgnoreCase) || PartsDenial(sentence, start, joint, i + 1 < joints.Count ? joints[i + 1].Index : sentence.Length) || rest is [var next] && (Openers.Contains(next) || Troubles.Contains(next) || (joint.Value.Contains('и') && Infinitive().IsMatch(next))))
            {
                yield return sentence[start..joint.Index];
                start = joint.Index + joint.Length;
            }
        }

        yield return sentence[start..];
    }

    /// <summary>Whether one side of a joint is what is not wanted: «возврат не нужен, замените курс». «Не нужны чеки и справки» denies both.</summary>
    private static bool PartsDenial(string sentence, int start, Match joint, int end) =>
        sentence.Contains("не", StringComparison.OrdinalIgnoreCase) && !joint.Value.Contains('и')
        && (Declining.Denies(sentence[start..joint.Index]) || DeniesAThing(sentence[start..joint.Index]) || Declining.Denies(sentence[(joint.Index + joint.Length)..end]));

    /// <summary>«Не сертификат», before «справку дайте».</summary>
    private static bool DeniesAThing(string piece) => WordsOf(piece).SkipWhile(Fillers.Contains).ToList() is ["не", not "до" and var thing, ..] words && words.Count <= MostOfAThing && !Contrast.IsPredicate(thing);

    private static IEnumerable<string> WordsOf(string text) => Commands.Clause.Words(Utterance.Read(text).Folded).Where(word => word.Length > 0);

    [GeneratedRegex(@"^\s*(?:здравствуйте|здравствуй|здрасте|привет|приветствую|добрый день|добрый вечер|доброе утро|доброго дня|доброй ночи|доброго времени суток|(?:слушай|слушайте|смотри|смотрите|короче|народ|ребята?|товарищи|девочки)(?=[\s,]))(?:[\s,!.]+(?:всем|коллеги|уважаемые|друзья))?[\s,!.)]*", RegexOptions.IgnoreCase)]
    private static partial Regex Greetings();

    [GeneratedRegex(@"(?<=[.!?…;])\s+|\n+|(?:^|\s)\d[.)]\s+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@",?\s*(?:\b(?:и|а)\s+)?(?:\bещ[её]\s+)?(?:\bодин\s+)?\bвопрос\w*\s*[:—–-]\s*|,?\s+(?:потому что|так как|поскольку|тк)\s+|,\s*(?:и|а|но|также|а также|и ещё|и еще|а ещё|а еще)?\s+|\s+(?:и ещё|и еще|а ещё|а еще|а также|плюс|кстати|и|а|но)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Joints();

    /// <summary>A question whose object stands in the clause before.</summary>
    [GeneratedRegex(@"^(?:как|где|можно ли|можно|что|чем|кто|когда|сколько|почему|куда|помогите|подскажите,? как)\s+(?:мне\s+|нам\s+|теперь\s+|с\s+)?(?:это|этого|этим|этому|его|её|ее|их|быть|делать)(?:\s+\w+){0,2}\s*[?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex PointsBack();

    [GeneratedRegex(@"^(?:меня зовут|(?:я )?(?:пишу вам |пишет |это )?(?:мама|папа|мать|отец|бабушка|дедушка|родител\w+|учител\w+|преподавател\w+|педагог\w*|студент\w*|учени\w+|куратор\w*|методист\w*|завуч\w*)\b|я (?:учусь|работаю|веду|преподаю|из)\b)")]
    private static partial Regex Introductions();

    [GeneratedRegex("потому|так как|поскольку|тк")]
    private static partial Regex Reason();

    [GeneratedRegex(@"^\w+(?:ть|ться|чь|сти|йти)$")]
    private static partial Regex Infinitive();
}
