using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Kb.Bot.Understanding;

/// <summary>
/// One thing set against another: of «не почту, а телефон», «хочу поменять не почту, а телефон» and «телефон, а не почту» only the telephone is
/// asked for. «Не открывается, а экзамен завтра» sets nothing against anything: it tells of trouble.
/// </summary>
/// <param name="Asked">The message without what it denies.</param>
/// <param name="Denied">What it denies, without «не».</param>
internal sealed partial record Contrast(string Asked, string Denied)
{
    /// <summary>Nouns that end as verbs do.</summary>
    private static readonly FrozenSet<string> Nouns = """
        кредит лимит аудит визит институт маршрут интернет кабинет билет буклет бюджет предмет ответ совет пакет портрет макет портал материал журнал канал финал оригинал
        стол протокол отдел раздел начало начала школа школы дело дела правила детали цели роли пароли модули план планы экзамена цена цены смена смены замена замены отмена отмены
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>The first contrast of a message; null when it has none.</summary>
    public static Contrast? Read(string text) => text.Contains("не", StringComparison.OrdinalIgnoreCase) ? Forward(text) ?? Backward(text) : null;

    /// <summary>Whether a word tells that something does not happen, is not there or is not so, when «не» stands before it.</summary>
    internal static bool IsPredicate(string word) => !Nouns.Contains(word) && Predicates().IsMatch(word);

    private static Contrast? Forward(string text) => NotThisBut().Matches(text)
        .Where(match => IsThing(match.Groups["denied"].Value) && !Happened().IsMatch(Folded(match.Groups["before"].Value)))
        .Select(match => new Contrast($"{text[..match.Groups["not"].Index]}{text[(match.Index + match.Length)..]}".Trim(), match.Groups["denied"].Value))
        .FirstOrDefault();

    private static Contrast? Backward(string text) => ThisNotThat().Matches(text)
        .Where(match => IsThing(match.Groups["denied"].Value) && text[..match.Index].Any(char.IsLetter))
        .Select(match => new Contrast($"{text[..match.Index]}{text[(match.Index + match.Length)..]}".Trim(), match.Groups["denied"].Value))
        .FirstOrDefault();

    /// <summary>Whether what follows «не» can be set against something: a thing, a question, something to do; no verb that tells, no «не только».</summary>
    private static bool IsThing(string denied)
    {
        var words = Folded(denied).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && !IsPredicate(words[0]) && !words.Contains("ли");
    }

    private static string Folded(string text) => text.ToLowerInvariant().Replace('ё', 'е');

    /// <summary>«Не …, а …» inside a sentence. After «а» no new subject begins, and no afterthought: «а то», «а если», «а я».</summary>
    [GeneratedRegex(
        @"(?:(?<=^|[.!?;\n])|(?<=[.!?;\n])\s)(?<before>[^.!?;\n]*?)(?<!\w)(?<not>не)\s+(?<denied>[^\s.!?;,\n]+(?:\s+[^\s.!?;,\n]+){0,5}?),?\s+а\s+(?:именно\s+)?(?!(?:то|если|вдруг|вот|уже|потом|теперь|сейчас|ведь|я|мы|вы|он|она|они|мне|у|не|все|всё|сегодня|завтра)(?!\w))",
        RegexOptions.IgnoreCase)]
    private static partial Regex NotThisBut();

    /// <summary>«…, а не …» up to the end of its clause.</summary>
    [GeneratedRegex(@",?\s+а\s+(?:вовсе\s+|совсем\s+)?не\s+(?<denied>[^\s.!?;,\n]+(?:\s+[^\s.!?;,\n]+){0,4})(?=[.!?;,\n]|\s*$)", RegexOptions.IgnoreCase)]
    private static partial Regex ThisNotThat();

    /// <summary>What came, stands or was given is not what was asked for: «пришёл не сертификат, а справка» tells of a mistake.</summary>
    [GeneratedRegex(@"\b(?:приш\w+|приход\w+|прислал\w*|дал[аи]?|выдал\w*|стоит|стоят|написан\w*|указан\w*|показыва\w+|откры\w+|списал\w*|снял\w*|получил\w*|вижу|отобража\w+|попал\w*|купил\w*|оплатил\w*|записал\w*|засчитал\w*|поставил\w*)\b")]
    private static partial Regex Happened();

    [GeneratedRegex(
        @"^(?:могу|хочу|вижу|помню|прошу|нахожу|слышу|буду|верю|люблю|можем|хотим|знаем|понимаем|видим|помним|успеваем|получаем|было?|была|были|только|так|там|тут|все|очень|совсем|раз|впервые|менее|более|позже|позднее|понятно|ясно|видно|слышно|правильно|верно|корректно|возможно|важно|готов\w*|уверен\w*|соглас\w+|доступ(?:ен|на|но|ны)|актив(?:ен|на|но|ны)|надо|нужно|нужен|нужна|нужны|могл?[аи]?|смог\w*|пойму|пришел" +
        @"|\w*(?:[аеияоуы]ет|дет|жет|чет|шет|рвет|нет|ит|ют|ут|ят|ишь|ешь|ете|[ий]те|[аеиыяоу]л[аои]?|ше?л[аои]?|л(?:ся|ась|ось|ись)|тся|юсь|усь|[аяе]ю|ан[аоы]?|ен[аоы]|ыт[аоы]?))$")]
    private static partial Regex Predicates();
}
