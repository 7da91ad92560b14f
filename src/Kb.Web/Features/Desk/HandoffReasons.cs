namespace Kb.Web.Features.Desk;

/// <summary>Why the bot passed a talk on, as agents read it.</summary>
internal static class HandoffReasons
{
    /// <summary>The server's own word for a bot that broke.</summary>
    public const string BotFailed = "bot_failed";

    /// <summary>The words for the bot's stable reason; null for one without words here, and for a ticket that an agent wrote down.</summary>
    public static string? Say(string? reason) => reason switch
    {
        "asked" => "Человек попросил оператора.",
        "kind_needs_person" => "Такие обращения решает только человек.",
        "not_helped" => "Ответ бота не помог.",
        "ticket_requested" => "Человек попросил завести обращение.",
        "distress" => "Человеку очень плохо, возможна угроза жизни. Ответьте первым делом.",
        BotFailed => "Бот не смог ответить из-за ошибки.",
        _ => null,
    };
}
