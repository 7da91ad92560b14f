namespace Kb.Desk.Conversations;

/// <summary>What a conversation says about itself, to the student.</summary>
internal static class SystemLines
{
    public const string Closed = "Обращение закрыто. Если вопрос остался, напишите сюда: мы вернёмся к нему.";

    /// <summary>To somebody who is talking with the bot: what they write reaches people only when it is passed on.</summary>
    public const string ClosedBesideBot = "Обращение закрыто. Если вопрос остался, нажмите «Передать оператору»: мы вернёмся к нему.";

    public const string Reopened = "Обращение снова открыто, мы видим ваше сообщение.";

    /// <summary>To a button of the bot that is pressed after the handoff.</summary>
    public const string ButtonsAreOff = "Вопрос уже у оператора, поэтому кнопки бота не действуют. Если хотите что-то добавить, напишите: оператор увидит.";

    public static string Joined(string agent) => $"Вам отвечает {agent}.";
}
