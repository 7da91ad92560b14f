using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kb.Bot.Commands;
using Kb.Content;
using Kb.Search.Analysis;

namespace Kb.Bot.Understanding;

/// <summary>
/// Tells «не хочу возврат», which asks for nothing, from «не хочу рассылку», which asks for its end, and from «не могу войти», which
/// tells of trouble. What a kind's own phrases deny is that kind's request. Immutable, thread-safe.
/// </summary>
public sealed partial class Declining
{
    /// <summary>So near a phrase's «не» stands what it denies, in words.</summary>
    private const int Reach = 3;

    /// <summary>A longer «нет, не …» tells something.</summary>
    private const int MostOfADenial = 4;

    private readonly Analyzer _surface = RussianAnalyzer.CreateSurface();
    private readonly Analyzer _stems;
    private readonly FrozenDictionary<string, FrozenSet<string>> _deniedBy;

    private Declining(KnowledgeBase knowledge)
    {
        // What the denial itself is made of would be shared by all.
        _stems = RussianAnalyzer.Create([.. knowledge.StopWords, .. "не хочу хотел хотела надо нужно нужен нужна нужны больше мне ничего прошу".Split(' ')]);
        _deniedBy = knowledge.Phrases.Intents.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.SelectMany(Denied).ToFrozenSet());
    }

    /// <summary>Collects what the phrases of every kind deny.</summary>
    public static Declining Of(KnowledgeBase knowledge) => new(knowledge);

    /// <summary>Whether a clause says what its writer does not want, whatever that is.</summary>
    public static bool Denies(string clause)
    {
        var words = string.Join(' ', Clause.Words(Utterance.Read(clause).Folded).Where(word => word.Length > 0));
        return (AtBeginning().IsMatch(words) || IsBareDenial(words) || AtEnd().IsMatch(words))
            // «Не хочу, чтобы списали» wishes, and «требует задание, оно мне не нужно» tells of a thing named before.
            && !Exceptions().IsMatch(words);
    }

    /// <summary>Whether a message only says that its writer does not want what the guessed kind is about.</summary>
    public bool Declines(string message, string intent)
    {
        var denied = _deniedBy.GetValueOrDefault(intent, FrozenSet<string>.Empty);
        var stems = _stems.Analyze(message);
        // Most of it: «не надо менять поток, поменяйте куратора» denies the group, and says nothing of «не надо менять куратора».
        return Denies(message) && 2 * stems.Count(token => denied.Contains(token.Term)) <= stems.Length;
    }

    /// <summary>«Нет, не возврат».</summary>
    private static bool IsBareDenial(string words) => words.Split(' ') is ["нет", "не", not "то" and not "та" and not "тот" and var thing, ..] all && all.Length <= MostOfADenial && !Contrast.IsPredicate(thing);

    private IEnumerable<string> Denied(string phrase)
    {
        var words = _surface.Analyze(phrase).Select(token => token.Term).ToList();
        return words
            .Select((word, at) => (word, at))
            // «Если не вернёте деньги» threatens and denies nothing.
            .Where(pair => pair.word == "не" && (pair.at == 0 || words[pair.at - 1] != "если") && pair.at + 1 < words.Count && Wishes().IsMatch(words[pair.at + 1]))
            .SelectMany(pair => _stems.Analyze(string.Join(' ', words.Skip(pair.at + 1).Take(Reach))))
            .Select(token => token.Term);
    }

    /// <summary>«Не хочу возврат», «речь не о возврате», «не возврат прошу».</summary>
    [GeneratedRegex(
        @"^(?:(?:нет|я|мне|нам|мы|но|да|а|и|спасибо|пожалуйста|просто|вообще|пока|сейчас|уже|речь|вопрос) )*не (?:" +
        @"(?:хочу|хотим|хотел\w*|надо|нужно|нужен|нужна|нужны|прошу|просил\w*|собираюсь|планирую|интересу\w+|ищу|ищем|требу[ею]тся|спрашиваю|про|о|об)\b(?! (?:ли|больше|терять|потерять|ждать|платить|переплачивать|пропус\w+|учиться|продолжать|заниматься)\b)" +
        @"|буду (?!успевать|платить|ждать|терпеть|учиться|присутствовать)\w+(?:ть|ться|ти|чь)\b" +
        @"|(?!могу |буду )\w+(?: \w+)? (?:прошу|нужен|нужна|нужно|нужны|надо|интересует|ищу)$)")]
    private static partial Regex AtBeginning();

    /// <summary>«Возврат мне не нужен», «менять поток не буду».</summary>
    [GeneratedRegex(
        @"^(?!.*\b(?:платить|переплачивать|терять|ждать|терпеть|учиться)\b)(?:.+ не (?:нужен|нужна|нужно|нужны|надо|интересует|интересуют|хочу|хотим|планирую|собираюсь|ищу|прошу|требу[ею]тся)|(?:.+ )?\w+(?:ть|ться|ти|чь)(?: \w+){0,3} не буду|.+ не (?:забыл|забывал|терял|потерял|жалуюсь|спорю)[аи]?|.+ ничего не (?:хочу|буду)|.+ ни при чем)" +
        @"(?: (?:спасибо|благодарю|пока|сейчас|уже|вообще|совсем|точно|пожалуйста|больше ничего))*$")]
    private static partial Regex AtEnd();

    [GeneratedRegex(@"\b(?:ли|чтобы|чтоб|если|как|где|почему|зачем|что делать)\b|^(?:.+ )?больше (?:мне |нам )?не (?:нуж|надо)|.+ (?:он|она|оно|они) (?:мне |нам )?не нуж")]
    private static partial Regex Exceptions();

    /// <summary>After «не»: a wish («не хочу»), or an order («не звоните»); «не вижу» and «не пришёл» deny nothing.</summary>
    [GeneratedRegex("^(?:хочу|хотим|надо|нужно|нужен|нужна|нужны|.{3,}[ий]те)$")]
    private static partial Regex Wishes();
}
