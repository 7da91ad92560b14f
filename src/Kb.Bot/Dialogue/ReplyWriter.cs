using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Dialogue.Requests;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>Puts a decision into words and buttons.</summary>
internal sealed class ReplyWriter(ReplyBook book)
{
    /// <summary>More cases at once nobody reads.</summary>
    private const int MostTroubles = 4;

    /// <summary>Of a button that asks in the student's words, in characters.</summary>
    private const int LongestLabel = 60;

    private static readonly ReplyAction Operator = new(ActionIds.Operator, "Передать оператору");
    private static readonly ReplyAction Helped = new(ActionIds.Helped, "Помогло");
    private static readonly ReplyAction NotHelped = new(ActionIds.NotHelped, "Не помогло");
    private static readonly ReplyAction Agree = new(ActionIds.SayPrefix + "да", "Да, передать");
    private static readonly ReplyAction Decline = new(ActionIds.SayPrefix + "нет", "Нет, вопрос другой");
    private static readonly ReplyAction Other = new(ActionIds.SayPrefix + "другое", "Другое");

    /// <summary>The short answer, and the section of the article that the question is about where that is another matter.</summary>
    public BotReply Answer(Decision.Answer answer, string? section, DialogueState state, TurnContext context)
    {
        string?[] parts = [Quote(answer.Article), PersonalNote.For(answer.Kind.Id, context), section];
        var told = string.Join("\n\n", parts.OfType<string>());
        var text = state.Article == answer.Article.Id
            ? section is not null ? $"{book.Say(Wordings.SameArticle, state.Turns)}\n\n{section}"
            : state.Repeats > 0 ? book.Say(Wordings.SameAnswer, state.Turns)
            : TroublesOf(answer.Article) is { } troubles ? $"{book.Say(Wordings.SameAnswerCases, state.Turns)}\n\n{troubles}\n\n{book.Say(Wordings.TroublesEnd, state.Turns)}"
            : $"{book.Say(Wordings.SameAnswer, state.Turns)}\n\n{told}"
            : answer.Kind.Answer == AnswerMode.Guided ? $"{told}\n\n{book.Say(Wordings.Verdict, state.Turns)}" : told;
        return new BotReply(text, [answer.Article.Id], [Helped, NotHelped, Operator]);
    }

    /// <summary>A passage of an article that was quoted already, for a question that goes on from it.</summary>
    public BotReply Passage(Article article, string passage, DialogueState state) =>
        new($"{book.Say(Wordings.SameArticle, state.Turns)}\n\n{passage}", [article.Id], [Helped, NotHelped, Operator]);

    /// <summary>Says that the article which was quoted is silent about the rest.</summary>
    public BotReply NotInArticle(Article article, DialogueState state) => new(book.Say(Wordings.NotInArticle, state.Turns, article.Title), [], [Operator]);

    /// <summary>Whoever does not understand the steps either is shown the whole article, and a way to a person.</summary>
    public BotReply Explained(Article article, DialogueState state) => new(book.Say(Wordings.Explained, state.Turns, article.Title), [article.Id], [Operator]);

    /// <summary>Says that the article which is quoted already is all there is to a further question.</summary>
    public BotReply NotExactly(Article article, DialogueState state) => new(book.Say(Wordings.NotExactly, state.Turns, article.Title), [article.Id], [Operator]);

    /// <summary>To a detail after an answer: «айфон 11».</summary>
    public BotReply Noted(DialogueState state) => new(book.Say(Wordings.Noted, state.Turns), [], [Operator]);

    public BotReply Clarify(Decision.Clarify clarify, DialogueState state) => new(
        book.Say(Wordings.Clarify, state.Turns),
        [],
        [.. clarify.Between.Select(ButtonOf), Other, Operator]);

    /// <summary>Asks what is the matter, with what it mostly is.</summary>
    public BotReply WhatIsMeant(string talk, ImmutableArray<RequestKind> mostly, DialogueState state) => new(book.Say(talk, state.Turns), [], [.. mostly.Select(ButtonOf), Operator]);

    /// <summary>The choices of an earlier question once more; without any, a plain invitation.</summary>
    public BotReply Back(ImmutableArray<RequestKind> choices, DialogueState state) =>
        new(book.Say(choices.IsEmpty ? Wordings.AnyTalk : Wordings.Back, state.Turns), [], [.. choices.Select(ButtonOf), Operator]);

    public BotReply Refuse(Decision.Refuse refuse, DialogueState state)
    {
        var text = refuse switch
        {
            { Reason: RefusalReason.NoWords } => book.Say(Wordings.RefuseNoWords, state.Turns),
            { Kind: { } kind } => book.Say(Wordings.RefuseNoArticle, state.Turns, kind.Name),
            { Reason: RefusalReason.ForeignService } => book.Say(Wordings.RefuseForeign, state.Refusals),
            { Reason: RefusalReason.Outburst } => book.Say(Wordings.RefuseOutburst, state.Refusals),
            { Reason: RefusalReason.Declined } => book.Say(Wordings.RefuseDeclined, state.Turns),
            _ when state.Refusals > 0 => book.Say(Wordings.RefuseAgain, state.Refusals - 1),
            _ => book.Say(Wordings.Refuse, state.Turns),
        };
        return new BotReply(text, [], [Operator]);
    }

    /// <summary>What is passed on, and by when somebody answers. To somebody in distress a place in the queue is no comfort.</summary>
    public BotReply HandOff(Decision.HandOff handOff, DialogueState state, BotEffect.RaiseHandoff packet, TurnContext context)
    {
        var opening = handOff switch
        {
            { Reason: HandoffReason.KindNeedsPerson, Kind: { } kind } => book.Say(Wordings.Summary, state.Turns, kind.Name),
            { Reason: HandoffReason.KindNeedsPerson } => book.Say(Wordings.HandoffKind, state.Turns),
            { Reason: HandoffReason.NotHelped } => book.Say(Wordings.HandoffNotHelped, state.Turns),
            { Reason: HandoffReason.Distress } => book.Say(TalkIds.Distress, state.Turns),
            { Reason: HandoffReason.TicketRequested } when context.HasRequest => book.Say(Wordings.HandoffJoins, state.Turns),
            { Reason: HandoffReason.TicketRequested } => book.Say(Wordings.HandoffTicket, state.Turns),
            _ => book.Say(Commands.CommandIds.Operator, state.Turns),
        };
        var title = packet.Fields.IsEmpty || handOff.Reason == HandoffReason.KindNeedsPerson ? null : book.Say(Wordings.SummaryUnknown, state.Turns);
        string?[] parts = [opening, title, string.Join('\n', packet.Fields.Select(field => $"- {field.Label}: {MarkdownText.Escape(field.Value)}")), handOff.Reason == HandoffReason.Distress ? null : context.PersonPromise];
        return Plain(string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))));
    }

    /// <summary>Words for somebody who may harm themselves.</summary>
    public string Comfort() => book.Say(TalkIds.Distress, 0);

    /// <summary>Asks for a field, with what is known to choose from.</summary>
    public BotReply Ask(FieldKind field, bool missed, StudentCard? student) => new(
        missed && field.Shape == FieldShape.Course && student is { Courses.IsEmpty: false } ? book.Say(Wordings.FieldOwnCourse, 0)
        : missed ? book.Say($"field-again-{field.Id}", field.Again, 0) : book.Say($"field-{field.Id}", field.Question, 0),
        [],
        field.Shape == FieldShape.Consent ? [Agree, Decline] :
        [
            .. Suggestions(field, student).Select(text => new ReplyAction(ActionIds.SayPrefix + text, text)),
            new ReplyAction(ActionIds.SayPrefix + "не знаю", "Не знаю"),
            new ReplyAction(ActionIds.SayPrefix + "отмена", "Отмена"),
        ]);

    /// <summary>What will happen with a request that a person works on.</summary>
    public BotReply Outlook(Article? article, DialogueState state) =>
        article is null ? Plain(book.Say(Wordings.HandoffKind, state.Turns)) : new BotReply(Quote(article), [article.Id], []);

    /// <summary>The request waits for its student, behind a button.</summary>
    public BotReply Later(RequestKind? kind, DialogueState state) => new(book.Say(Wordings.FormLater, state.Turns), [], kind is null ? [] : [ButtonOf(kind)]);

    /// <summary>How many questions will follow, and what for.</summary>
    public BotReply Preface(int count, DialogueState state) =>
        Plain(book.Say(Wordings.FormPreface, state.Turns, $"{count} {RussianPlural.Form(count, "короткий вопрос", "коротких вопроса", "коротких вопросов")}"));

    /// <summary>A talk turn; the first one of a talk greets by name.</summary>
    public BotReply Talk(string id, DialogueState state, TurnContext context) =>
        Plain(id is TalkIds.Greeting or TalkIds.Opening && state.Turns == 0 ? Greeting.ByName(book.Say(id, state.Turns), context.Student) : book.Say(id, state.Turns));

    /// <summary>One of the built wordings, without buttons.</summary>
    public BotReply Say(string id, DialogueState state) => Plain(book.Say(id, state.Turns));

    public BotReply AlreadyOpen(OpenRequest open, DialogueState state) =>
        new(book.Say(Wordings.AlreadyOpen, state.Turns, $"{open.Number} (статус: {open.Status})"), [], [Operator]);

    public BotReply Helpful(DialogueState state) => Plain(book.Say(Wordings.Helped, state.Turns));

    /// <summary>What else may be the matter, as the article tells it under «Если не помогло»; without such a section only an offer.</summary>
    public BotReply NotHelpful(Article? article, DialogueState state) => article is not null && TroublesOf(article) is { } troubles
        ? new BotReply($"{book.Say(Wordings.Troubles, state.Turns)}\n\n{troubles}\n\n{book.Say(Wordings.TroublesEnd, state.Turns)}", [article.Id], [Operator])
        : new BotReply(book.Say(Wordings.NotHelped, state.Turns), [], [Operator]);

    /// <summary>To «ну?» and «ау».</summary>
    public BotReply Listening(DialogueState state) => new(book.Say(Wordings.Listening, state.Turns), [], [Operator]);

    public BotReply Reword(DialogueState state) => new(book.Say(TalkIds.Other, state.Turns), [], [Operator]);

    /// <summary>Names the requests that wait, as buttons before the reply's own.</summary>
    /// <param name="reply">What is said first.</param>
    /// <param name="waiting">In order.</param>
    /// <param name="unclear">Further requests in the student's words, behind buttons that ask them.</param>
    /// <param name="aside">The one of them that was put aside in this turn; null when none was.</param>
    /// <param name="state">The state before the turn.</param>
    public BotReply WithWaiting(BotReply reply, ImmutableArray<RequestKind> waiting, ImmutableArray<string> unclear, RequestKind? aside, DialogueState state) => waiting.IsEmpty && unclear.IsEmpty
        ? reply
        : reply with
        {
            Markdown = $"{reply.Markdown}\n\n{(aside is null ? book.Say(Wordings.Waiting, state.Turns) : book.Say(Wordings.FormAside, state.Turns, aside.Name))}",
            Actions = [.. waiting.Select(ButtonOf), .. unclear.Select(text => new ReplyAction(ActionIds.SayPrefix + text, Shortened(text))), .. reply.Actions],
        };

    /// <summary>Says honestly which requests of a list have no answer.</summary>
    public BotReply WithUnanswered(BotReply reply, ImmutableArray<string> unanswered, DialogueState state) =>
        unanswered.IsEmpty ? reply : reply with { Markdown = $"{reply.Markdown}\n\n{book.Say(Wordings.Unanswered, state.Turns, Quoted(unanswered))}" };

    /// <summary>What a person gets besides the request that is written down; null when there is nothing else in the list.</summary>
    public BotReply? Besides(FoundRequest list, DialogueState state) =>
        list.Others.Select(kind => kind.Name).Concat(list.Unclear).Concat(list.Unanswered).ToList() is [_, ..] rest ? Plain(book.Say(Wordings.ListedInForm, state.Turns, Quoted(rest))) : null;

    /// <summary>Plain words of the host as a reply.</summary>
    public static BotReply Plain(string text) => new(text, [], []);

    private static ReplyAction ButtonOf(RequestKind kind) => new(ActionIds.KindPrefix + kind.Id, kind.Name);

    private static IEnumerable<string> Suggestions(FieldKind field, StudentCard? student) => field.Shape switch
    {
        FieldShape.Course => (student?.Courses ?? []).Take(4).Select(course => course.Title),
        FieldShape.FullName => student?.Name is { } name && name.Contains(' ', StringComparison.Ordinal) ? [name] : [],
        _ => [],
    };

    /// <summary>The first cases of «Если не помогло»; null when the article has none.</summary>
    private static string? TroublesOf(Article article) =>
        ArticlePassages.Of(article).Troubles is [_, ..] troubles ? string.Join('\n', troubles.Take(MostTroubles).Select(item => $"- {item.ReplaceLineEndings("\n  ")}")) : null;

    private static string Quoted(IEnumerable<string> texts) => string.Join(", ", texts.Select(text => $"«{MarkdownText.Escape(Shortened(text.TrimEnd('?', '!')))}»"));

    /// <summary>As much of a student's words as stands on a button, cut between words.</summary>
    private static string Shortened(string text) =>
        text.Length <= LongestLabel ? text : $"{(text.LastIndexOf(' ', LongestLabel) is > 0 and var end ? text[..end] : text[..LongestLabel])}…";

    private static string Quote(Article article) => article.Faces.Short!.Markdown.Trim();
}
