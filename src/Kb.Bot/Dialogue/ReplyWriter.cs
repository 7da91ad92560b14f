using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>Puts a decision into words and buttons.</summary>
internal sealed class ReplyWriter(ReplyBook book)
{
    private static readonly ReplyAction Operator = new(ActionIds.Operator, "Позвать оператора");
    private static readonly ReplyAction Helped = new(ActionIds.Helped, "Помогло");
    private static readonly ReplyAction NotHelped = new(ActionIds.NotHelped, "Не помогло");

    public BotReply Answer(Decision.Answer answer, DialogueState state)
    {
        var quote = Quote(answer.Article);
        var text = state.Article == answer.Article.Id
            ? $"{book.Say(Wordings.SameAnswer, state.Turns)}\n\n{quote}"
            : answer.Kind.Answer == AnswerMode.Guided ? $"{quote}\n\n{book.Say(Wordings.Verdict, state.Turns)}" : quote;
        return new BotReply(text, [answer.Article.Id], [Helped, NotHelped, Operator]);
    }

    public BotReply Clarify(Decision.Clarify clarify, DialogueState state) => new(
        book.Say(Wordings.Clarify, state.Turns),
        [],
        [.. clarify.Between.Select(kind => new ReplyAction(ActionIds.KindPrefix + kind.Id, kind.Name)), Operator]);

    public BotReply Refuse(Decision.Refuse refuse, DialogueState state)
    {
        var text = refuse switch
        {
            { Reason: RefusalReason.NoWords } => book.Say(Wordings.RefuseNoWords, state.Turns),
            { Kind: { } kind } => book.Say(Wordings.RefuseNoArticle, state.Turns, kind.Name),
            _ when state.Refusals > 0 => book.Say(Wordings.RefuseAgain, state.Refusals - 1),
            _ => book.Say(Wordings.Refuse, state.Turns),
        };
        return new BotReply(text, [], [Operator]);
    }

    public BotReply HandOff(Decision.HandOff handOff, DialogueState state, string promise)
    {
        var opening = handOff switch
        {
            { Reason: HandoffReason.KindNeedsPerson, Article: { } article } => Quote(article),
            { Reason: HandoffReason.KindNeedsPerson } => book.Say(Wordings.HandoffKind, state.Turns),
            { Reason: HandoffReason.NotHelped } => book.Say(Wordings.HandoffNotHelped, state.Turns),
            { Reason: HandoffReason.TicketRequested } => book.Say(Wordings.HandoffTicket, state.Turns),
            _ => book.Say(Commands.CommandIds.Operator, state.Turns),
        };
        string?[] parts = [opening, Ask(handOff.Kind, state), promise];
        return new BotReply(
            string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))),
            handOff is { Reason: HandoffReason.KindNeedsPerson, Article: { } quoted } ? [quoted.Id] : [],
            []);
    }

    public BotReply Talk(string id, DialogueState state) => Plain(book.Say(id, state.Turns));

    public BotReply Rated(bool helped, DialogueState state) => helped
        ? Plain(book.Say(Wordings.Helped, state.Turns))
        : new BotReply(book.Say(Wordings.NotHelped, state.Turns), [], [Operator]);

    public BotReply Declined(DialogueState state) => Plain(book.Say(Wordings.Declined, state.Turns));

    private string? Ask(RequestKind? kind, DialogueState state) => kind is { Ask.IsEmpty: false }
        ? book.Say(Wordings.Ask, state.Turns, string.Join('\n', kind.Ask.Select(field => $"- {Wordings.Fields.GetValueOrDefault(field, field)}")))
        : null;

    private static BotReply Plain(string text) => new(text, [], []);

    private static string Quote(Article article) => article.Faces.Short!.Markdown.Trim();
}
