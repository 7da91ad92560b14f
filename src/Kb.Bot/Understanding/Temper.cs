using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kb.Bot.Commands;

namespace Kb.Bot.Understanding;

/// <summary>
/// Hears anger. To the classifier «вы издеваетесь?» is a short message with few known letters, and some kind always resembles it; to a
/// person it says that the talk goes wrong.
/// </summary>
public static partial class Temper
{
    /// <summary>What stands around a curse and asks nothing.</summary>
    private static readonly FrozenSet<string> Empty = """
        вы ты вас тебя вам тебе я меня мне мы нас все всё вся весь это эта этот эти такой такая такое такие какой какая какое какие просто полная полный полное сплошной сплошное
        ваш ваша ваше ваши вашу вашим свой своими своим а и но да ну так же ли уже вообще что за как кто там тут то не ни с со у в на от к до по из
        бот робот сайт школа компания сервис служба поддержка люди человек народ же совсем еще очень самый настоящие настоящий вот ой эх блин
        обучение учеба курс курсы платформа преподаватели кураторы куратор организация приложение
        вопросами вопросом ответами письмами шаблонами
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>Whether a message holds anger, whatever else it says.</summary>
    public static bool IsAngry(Utterance utterance) => Curses().IsMatch(utterance.Folded) || Mockery().IsMatch(utterance.Folded);

    /// <summary>Whether it holds nothing else.</summary>
    public static bool IsOutburst(Utterance utterance) =>
        IsAngry(utterance) && (Mockery().IsMatch(utterance.Folded) || Clause.Words(NotASchool().Replace(Curses().Replace(utterance.Folded, " "), " ")).All(word => word.Length == 0 || Empty.Contains(word)));

    /// <summary>The text without its curses: «чё за фигня, видео не грузит» asks about a video.</summary>
    public static string Calm(string folded) => Curses().Replace(folded, " ");

    /// <summary>Whether a message without words says thanks: «👍».</summary>
    public static bool IsPleased(Utterance utterance) => utterance.IsEmpty && Thumbs().IsMatch(utterance.Text);

    /// <summary>Whether a message without words says that it was no help: «👎».</summary>
    public static bool IsDispleased(Utterance utterance) => utterance.IsEmpty && ThumbsDown().IsMatch(utterance.Text);

    /// <summary>«Это цирк, а не школа»: what the school is not, said of the school.</summary>
    [GeneratedRegex(@"^(?:(?:ну|да|просто|вообще|у вас|тут|какой-то|какая-то|какое-то)[ ,]+)*это (?:[\w-]+ ){0,3}[\w-]+,? а не (?:школ|обучени|учеб|курс|поддержк|сервис|сайт|платформ|преподавател|куратор|компани|организаци)\w*(?: как\w+-то)?[ .!)]*$")]
    private static partial Regex Mockery();

    [GeneratedRegex(@",? а не (?:школ|обучени|учеб|курс|поддержк|сервис|сайт|платформ|преподавател|куратор|компани|организаци)\w*(?: как\w+-то)?[ .!)]*$")]
    private static partial Regex NotASchool();

    [GeneratedRegex("👍|👌|🙏|❤|💖|😊|🙂|😀|😁|🥰|😍|👏|🔥|💯|🤝|🎉|🤗")]
    private static partial Regex Thumbs();

    [GeneratedRegex("👎|😡|😠|🤬|🤦|😤|💩")]
    private static partial Regex ThumbsDown();

    [GeneratedRegex(
        @"\b(?:издевае\w+|издевательств\w*|балаган|отстой\w*|днищ\w+|дно|шляпа|треш|трэш|помойк\w+|хламе?|шарага\w*|шарашк\w+|шарашкин\w*|мошенник\w*|мошенничеств\w*|обманщик\w*|обманыва\w+|жулик\w*|аферист\w*|воры|ворье|грабеж|развод(?:ил\w+)?|лохотрон\w*" +
        @"|идиот\w*|дебил\w*|дура|дурак\w*|дурой|тупой|тупая|тупые|тупое|тупица|придурк\w*|придурок|сволоч\w*|козл\w+|козел|урод\w*|мраз\w+|твар[ьи]|скотин\w*|гад[ыа]?|гадк\w+|мерзк\w+|отвратительн\w+|противн\w+|подл(?:ый|ая|ые)|бессовестн\w+|бесстыж\w+" +
        @"|бред|чушь|фигня|фигней|хрень|хрен\w*|хер\w*|черт(?:а|у|и)?|чертов\w*|говно|говн\w+|дерьм\w+|задолба\w+|достал[аи]?|заколеба\w+|офигел\w*|охренел\w*|обнаглел\w*|оборзел\w*" +
        @"|дно|днище|отстой|отстойн\w+|паршив\w+|позор\w*|безобразие|кошмар|ужас|бесит|бесите|ненавижу|хамство|хамы|наглость|наглые|беспредел" +
        @"|(?:да )?(?:пошли|пошел|идите|иди|катитесь|валите) (?:вы|ты|к|на|в|нафиг|нахрен|лесом|куда подальше|отсюда)(?: (?:черту|чертям|фиг|хрен|жопу|лес|баню))?|отвали\w*|отстань\w*|заткни\w*" +
        @"|сколько можно|совести (?:у вас )?нет|совесть (?:есть|имейте)|как не стыдно|ни стыда ни совести|вы (?:там )?нормальн\w+|вы (?:там )?серьезно|ничего святого)\b")]
    private static partial Regex Curses();
}
