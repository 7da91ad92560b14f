using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kb.Bot.Commands;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue;

/// <summary>Whether more is likely to follow a message before it can be answered.</summary>
public enum MessageEnding
{
    /// <summary>It asks something by itself: an answer may go at once.</summary>
    Whole,

    /// <summary>Nobody can tell.</summary>
    Open,

    /// <summary>It breaks off: «у меня видео», «можно вопрос», «как получить», «деньги за».</summary>
    Unfinished,
}

/// <summary>Tells from the words alone how a message ends; what they mean is not its business.</summary>
internal static partial class Endings
{
    /// <summary>A message of more words that say something is a statement, and not the beginning of one.</summary>
    private const int FewWords = 3;

    /// <summary>After these something must come.</summary>
    private static readonly FrozenSet<string> Dangling = """
        в во на за из от до по с со у к ко о об про для без через при после перед под над между из-за
        и а но или либо что чтобы чтоб если когда где как какой какая какие который потому поэтому то не ни же вот еще также тоже мой моя мое мои ваш этот эта
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenSet<string> Empty = """
        я мне меня у нас нам мы вы вас вам ты тебя это вот тут там здесь же ли бы ну и а но в во на с со по за из от до к о об не здравствуйте привет добрый день вечер утро доброе
        пожалуйста плиз подскажите скажите
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>Whether the message breaks off after its last word.</summary>
    public static bool BreaksOff(Utterance utterance)
    {
        var text = utterance.Folded;
        return text is [.., ',' or ':' or '-' or '—'] || (Last(text) is { } last && text.EndsWith(last, StringComparison.Ordinal) && Dangling.Contains(last));
    }

    /// <summary>
    /// Whether there is somebody or something that acts, lacks or is asked about. «У меня видео» has none, «как получить» has nothing that
    /// it is done to; «не могу войти» has said it.
    /// </summary>
    public static bool Says(Utterance utterance)
    {
        var words = Telling(utterance.Folded);
        var denies = Clause.Words(utterance.Folded).Contains("не");
        return words.Count > 1 && words.Exists(word => Acting().IsMatch(word)) && (words.Count > 2 || denies || !Infinitive().IsMatch(words[^1]));
    }

    /// <summary>Whether it has too few words to be more than a beginning.</summary>
    public static bool IsShort(Utterance utterance) => Telling(utterance.Folded).Count <= FewWords;

    private static List<string> Telling(string folded) => [.. Clause.Words(folded).Where(word => word.Length > 0 && !Empty.Contains(word))];

    private static string? Last(string folded) => Clause.Words(folded).LastOrDefault(word => word.Length > 0);

    /// <summary>Forms of verbs by their endings, and the words that ask or deny.</summary>
    [GeneratedRegex("^(?:как|где|когда|куда|откуда|почему|зачем|сколько|какой|какая|какие|кто|что|чем|можно|нет|нету|надо|нужн[оаы]?|нужен|хочу|могу)$|.(?:ть|ться|тся|ите|йте|ишь|ешь|ит|ет|ют|ят|ут|[аеиоуыя]л(?:а|о|и|ась|ось|ись|ся)?|шла|шли|ся|сь)$")]
    private static partial Regex Acting();

    [GeneratedRegex(".(?:ть|ться|ти|тись|чь)$")]
    private static partial Regex Infinitive();
}
