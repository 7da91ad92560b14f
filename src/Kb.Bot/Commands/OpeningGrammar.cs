using System.Collections.Frozen;
using Kb.Bot.Dialogue;
using Kb.Search.Repair;

namespace Kb.Bot.Commands;

/// <summary>
/// Recognizes a message that says nothing yet: «можно вопрос», «помогите», «не работает». To a classifier each resembles some kind; to a
/// person it is the first half of a question. Only a message that holds nothing else is one: «помогите с оплатой» is a request.
/// </summary>
internal static class OpeningGrammar
{
    /// <summary>Something to be told: «вопрос», «помогите».</summary>
    private const string Announcing = """
        вопрос вопросик вопроса вопросы вопросу вопросов спросить спрошу проблема проблемка проблемы проблему проблемой беда трудность трудности сложность сложности
        помощь помощи помогите помоги поможете поможешь помочь подскажите подскажи подскажете подсказать скажите скажи ответьте ответь проконсультируйте обратиться
        """;

    /// <summary>Whether anybody is there.</summary>
    private const string Hailing = "алло ало ау хелп help эй слышите слушаете отзовитесь отвечаете пожалуйста плиз";

    /// <summary>Something is broken, and nobody knows what.</summary>
    private const string Breaking = "работает работают получается выходит открывается открываются грузится загружается запускается сломалось сломался сломалась сломали глючит виснет зависло тормозит";

    private const string Beside = """
        здравствуйте здрасте здравствуй привет приветствую добрый доброе доброго доброй день дня вечер вечера утро утра ночи времени суток всем хай
        пожалуйста плиз пж пжлст пожалста будьте добры спасибо заранее
        у меня мне нам нас я мы к вам вас вы тут здесь там это этот такой такая такое такие вот один одна одно небольшой небольшая маленький срочный срочно очень важный большая серьезная
        можно ли есть имеется возник возникла возникло появился появилась нужна нужен нужно хочу хотел хотела бы задать кто кто-нибудь нибудь мог могли может можете
        а ну и же с по опять снова все всё ничего что-то что то почему почему-то уже вообще совсем у как раз
        """;

    private const string Denying = "не ни";

    private static readonly FrozenSet<string> Announces = Keys(Announcing);
    private static readonly FrozenSet<string> Hails = Keys(Hailing);
    private static readonly FrozenSet<string> Breaks = Keys(Breaking);
    private static readonly FrozenSet<string> Fills = Keys(Beside);
    private static readonly FrozenSet<string> Denies = Keys(Denying);

    /// <summary>The turn of talk that the whole message is: <see cref="TalkIds.Opening"/> or <see cref="TalkIds.Broken"/>; null when it says more, or only greets.</summary>
    /// <param name="folded">Lower case, «ё» written as «е».</param>
    public static string? Read(string folded)
    {
        var words = Clause.Words(folded).Where(word => word.Length > 0).Select(SoundKey.Of).ToList();
        var breaks = words.Exists(Breaks.Contains);
        if (words.Count == 0 || !words.TrueForAll(word => Announces.Contains(word) || Hails.Contains(word) || Fills.Contains(word) || (breaks && (Breaks.Contains(word) || Denies.Contains(word)))))
        {
            return null;
        }

        // «Работает?» asks about something; «не работает» and «сломалось» complain.
        return breaks ? words.Exists(Denies.Contains) || words.Exists(word => Breaks.Contains(word) && !Working.Contains(word)) ? TalkIds.Broken : null
            : words.Exists(word => Announces.Contains(word) || Hails.Contains(word)) ? TalkIds.Opening
            : null;
    }

    /// <summary>Those of <see cref="Breaking"/> that say the opposite without a «не».</summary>
    private static readonly FrozenSet<string> Working = Keys("работает работают получается выходит открывается открываются грузится загружается запускается");

    private static FrozenSet<string> Keys(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(SoundKey.Of)];
}
