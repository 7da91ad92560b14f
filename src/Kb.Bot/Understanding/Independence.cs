using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kb.Bot.Commands;

namespace Kb.Bot.Understanding;

/// <summary>
/// Hears that a student goes on alone and says nothing else: «лучше оператора не надо, сам справлюсь», «спасибо, сама разберусь». Letters alone would find an
/// article for it: «сам» sounds like «с нуля».
/// </summary>
internal static partial class Independence
{
    /// <summary>What such a message is made of besides the student's own doing: people, denials and politeness.</summary>
    private static readonly FrozenSet<string> Words = """
        не без ни надо ненадо нужно нужен нужна нужны хочу зови зовите звать позовите передавай передавайте передавать переводи переводите переключай переключайте соединяй соединяйте
        беспокой беспокойте беспокоить тревожьте тревожить дергай дергайте дергать отвлекай отвлекайте отвлекать подключай подключайте пусть
        сам сама сами самостоятельно своими силами один одна
        лучше пока уже тогда мне меня я мы нам нас ну нет неа да все спасибо спс благодарю благодарствую ок окей хорошо ладно понятно ясно вас вам ваш ваших вашего никакого никаких никого больше пожалуйста
        то же ж еще сейчас потом попозже позже давайте давай как нибудь раз так и а но в с со этим это вот просто думаю наверное точно стоп ой погодите подождите
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>Whether the message says that, and nothing else.</summary>
    public static bool IsHeard(Utterance utterance)
    {
        if (utterance.Text.Contains('?', StringComparison.Ordinal))
        {
            return false;
        }

        var words = Clause.Words(utterance.Folded).Where(word => word.Length > 0).ToList();
        var acts = words.Index().Where(word => Acts().IsMatch(word.Item)).ToList();
        var declines = words.Exists(word => word is "сам" or "сама" or "сами") && words.Exists(word => word is "не" or "без") && words.Exists(word => People().IsMatch(word) || Calls().IsMatch(word));
        return (acts.Count > 0 || declines) && acts.TrueForAll(act => act.Index == 0 || words[act.Index - 1] != "не")
            && words.TrueForAll(word => Words.Contains(word) || Acts().IsMatch(word) || People().IsMatch(word));
    }

    /// <summary>What the student will do; «сам не справлюсь» asks for help.</summary>
    [GeneratedRegex("^(?:раз(?:берусь|беремся)|справ(?:люсь|имся)|попробу(?:ю|ем)|поищ(?:у|ем)|най(?:ду|дем)|посмотр(?:ю|им)|почита(?:ю|ем)|реш(?:у|им)|сдела(?:ю|ем)|пойму|подумаю|обой(?:дусь|демся))$")]
    private static partial Regex Acts();

    [GeneratedRegex("^(?:зов|зва|позов|перед|перевод|переключ|соедин|беспоко|тревож|дерг|отвлек|подключ)")]
    private static partial Regex Calls();

    [GeneratedRegex("^(?:оператор|специалист|сотрудник|менеджер|консультант|поддержк|человек|люд(?:и|ей|ям|ьми))[а-я]{0,3}$")]
    private static partial Regex People();
}
