using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Tells a question that the student puts in the middle of a request from an answer to the bot's own.</summary>
internal static partial class FormQuestions
{
    /// <summary>A longer message tells, and asks in passing; in words.</summary>
    private const int LongestAside = 10;

    private static readonly FrozenSet<string> Openers =
        "как где когда сколько почему зачем куда кто кому какой какая какие каким можно нельзя подскажите скажите объясните чем что".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> SmallTalk = new[] { TalkIds.Greeting, TalkIds.Thanks, TalkIds.Goodbye, TalkIds.Praise, "bot-identity" }.ToFrozenSet();

    /// <summary>Whether the message asks something: a sentence of it ends with a question mark, or it begins with a word of questions.</summary>
    public static bool Asks(Utterance utterance) =>
        utterance.Text.EndsWith('?') || utterance.Text.Contains("? ", StringComparison.Ordinal) || AndIf().IsMatch(utterance.Folded) || utterance.Folded.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .SkipWhile(word => word is "а" or "и" or "ну" or "но" or "так" or "ой" or "кстати" or "простите" or "извините")
            .FirstOrDefault() is { } first && Openers.Contains(first);

    /// <summary>Whether a message asks in its middle, as one speaks: «зп джуна какая после курса», «чатгпт юзать можно типо». «Какой-то», «не помню какой» do not ask.</summary>
    /// <param name="utterance">The message.</param>
    /// <param name="asReason">Whether a reason was asked for: «хочу перенести, если можно» is one.</param>
    public static bool AsksInside(Utterance utterance, bool asReason) =>
        utterance.Folded.Count(character => character == ' ') < LongestAside && !Unsure().IsMatch(utterance.Folded)
        && (Which().IsMatch(utterance.Folded) || (!asReason && May().IsMatch(utterance.Folded)));

    /// <summary>A bare «нет»: there is nothing to say. «Не помогло» is about an answer.</summary>
    public static bool SaysNo(Utterance utterance) => utterance.Folded.Trim(' ', '.', '!', ',') is "нет" or "неа" or "нету" or "-";

    /// <summary>Whether the student will not answer any more: «какая разница», «не буду ничего писать».</summary>
    public static bool Refuses(Utterance utterance) => Refusals().IsMatch(utterance.Folded);

    /// <summary>Whether it begins with a wish: «нужен ещё акт сверки».</summary>
    public static bool Wants(Utterance utterance) => Wishes().IsMatch(utterance.Folded);

    /// <summary>Whether the student wants something else instead: «лучше поменяйте курс».</summary>
    public static bool ChangesMind(Utterance utterance) => Instead().IsMatch(utterance.Folded);

    /// <summary>Whether the student wants no person: «не надо оператора, просто скажите».</summary>
    public static bool DeclinesPerson(Utterance utterance) => Alone().IsMatch(utterance.Folded);

    /// <summary>Whether it asks when somebody will answer.</summary>
    public static bool AsksHowLong(string text) => HowLong().IsMatch(Utterance.Read(text).Folded);

    /// <summary>Turns of talk that answer no question.</summary>
    public static bool IsSmallTalk(string id) => SmallTalk.Contains(id);

    /// <summary>Whether it asks if and where something can be done, rather than to do it: «можно ли оплатить от школы», «куда писать заявление».</summary>
    public static bool AsksWhether(Utterance utterance) => Whether().IsMatch(utterance.Folded);

    /// <summary>Whether it comes back to what was just said: «это ИНН школы», «но это она и есть».</summary>
    public static bool PointsBack(Utterance utterance) => ThisIs().IsMatch(utterance.Folded);

    /// <summary>«Сколько можно ждать» complains.</summary>
    [GeneratedRegex(@"(?:^|\s)(?:как(?:ая|ой|ое|ие)(?!-)\b|скольк\w+(?! можно)|скок\w?\b|почем\b)")]
    private static partial Regex Which();

    [GeneratedRegex(@"\bможно (?:ли|или|типо)\b|\w+(?:ть|ти|чь)(?:ся)? можно\b|\bможно \w+(?:ть|ти|чь)(?:ся)?\b")]
    private static partial Regex May();

    [GeneratedRegex(@"\bне (?:помню|знаю|вижу|понимаю|важно)\b|\b(?:любой|любая|неважно|потому|поскольку|из-за)\b|\bтак как\b")]
    private static partial Regex Unsure();

    /// <summary>«А если картой», «а с компа если».</summary>
    [GeneratedRegex(@"^(?:а|ну а|и) (?:\S+ ){0,3}если\b")]
    private static partial Regex AndIf();

    [GeneratedRegex(@"\b(?:можно|возможно|реально|получится) ли\b|^(?:(?:а|и|скажите|подскажите|здравствуйте|добрый день|вообще)[ ,.!]+)*(?:можно|куда (?:писать|обра\w+|подавать|отправлять|слать)|что если|а если)\b")]
    private static partial Regex Whether();

    [GeneratedRegex(@"^(?:(?:но|да|так|же|ведь)[ ,]+)*это(?: же| и| ведь)? \S+(?: \S+){0,2}[ .!]*$")]
    private static partial Regex ThisIs();

    [GeneratedRegex(@"\b(?:не (?:надо|нужн\w*|нужен|хочу|зови\w*|зовите|передавай\w*|переводи\w*|переключай\w*|соединяй\w*)|без) (?:мне |меня |никаких |ваших |вашего |на |к |с )*(?:оператор\w*|человек\w*|специалист\w*|сотрудник\w*|людей)|\b(?:оператор|специалист|человек)[аову]* (?:мне )?(?:пока )?не (?:нужен|надо|нужно|зовите)")]
    private static partial Regex Alone();

    [GeneratedRegex(@"^(?:(?:и|а|да|мне|нам|еще|также|кстати)[ ,]+)*(?:нуж(?:ен|на|но|ны)|хочу|хотим|прошу|пришлите|добавьте|сделайте|можете)\b \w+")]
    private static partial Regex Wishes();

    [GeneratedRegex(@"^(?:(?:ой|нет|а|ну|хотя|тогда|давайте|стоп|погодите|подождите|знаете|что)[ ,]+)*лучше (?:\w+ ){0,2}\w+(?:йте|ите|ть)\b")]
    private static partial Regex Instead();

    [GeneratedRegex(@"\bкакая (?:вам |тебе )?разница|\bне (?:буду|собираюсь|хочу) (?:я )?(?:\w+ )?(?:писать|отвечать|заполнять|говорить)|\b(?:хватит|не надо|без) (?:ваших |этих |лишних |меня )?(?:вопрос\w+|допрос\w*|спрашивать|допрашивать)|\bсам[аи]? (?:\w+ )?(?:посмотрите|посмотри|ищите|найдите|узнайте|разбирайтесь)|\bу вас (?:же )?(?:все|всё) (?:это )?(?:есть|видно|записано)|\bвы (?:что|же) (?:сами )?не видите|\bага щас\b")]
    private static partial Regex Refusals();

    [GeneratedRegex(@"\bсколько (?:\w+ ){0,2}(?:ждать|времени)|\bкогда (?:\w+ ){0,2}(?:ответ\w*|помож\w+|реш\w+)|\bсколько (?:\w+ )?(?:делает\w*|делают|готовит\w*|занимает|рассматрива\w+)|\bдолго (?:ли )?(?:\w+ )?(?:ждать|ждем)|\bкак долго|\bкак быстро")]
    private static partial Regex HowLong();
}
