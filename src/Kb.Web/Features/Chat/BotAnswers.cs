using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Content.Articles;
using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.People;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Kb.Web.Features.Help;
using Kb.Web.Knowledge;
using Kb.Web.Sites.Sessions;
using BotEvent = Kb.Bot.Dialogue.DialogueEvent;

namespace Kb.Web.Features.Chat;

/// <summary>Stands between desk and bot, which do not know each other: gives the one's turn to the other, and its reply back as what the desk stores.</summary>
internal sealed class BotAnswers(CurrentKnowledge knowledge, HelpCentre help, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>Lets the bot of the edition that serves now take the turn.</summary>
    public TurnOutcome Answer(TurnToTake turn, HandoffPromise promise)
    {
        var edition = knowledge.Edition;
        var state = DialogueState.After(turn.DialogueEvents.Select(DialogueJson.Read));
        // A turn is the bot's only when nobody of the team owns the talk, or when the student turned to the bot: what they settled is behind it.
        ImmutableArray<BotEvent> returned = state.WithPerson ? [new BotEvent.Returned()] : [];
        var taken = edition.Bot.Turn(returned.Aggregate(state, (before, happened) => before.With(happened)), InputOf(turn), ContextOf(turn, promise));
        return new TurnOutcome(
            taken.Reply is { } reply ? [MessageOf(reply, taken.Effects, turn.Tickets, edition)] : [],
            [.. returned.Concat(taken.Events).Select(DialogueJson.Write)],
            taken.Effects.OfType<BotEffect.RaiseHandoff>().Select(raised => HandoffOf(raised, promise, edition)).FirstOrDefault());
    }

    /// <summary>Whether more is likely to follow what the student said so far.</summary>
    public MessageEnding EndingOf(TurnToTake turn) => knowledge.Edition.Bot.EndingOf(DialogueState.After(turn.DialogueEvents.Select(DialogueJson.Read)), turn.Text);

    private static StudentInput InputOf(TurnToTake turn) =>
        turn.Message.PressedAction is { } action ? new StudentInput.Press(action) : new StudentInput.Text(turn.Text);

    private TurnContext ContextOf(TurnToTake turn, HandoffPromise promise) => new(
        (turn.Person is { } person ? StudentGrants.Of(person, calendar.DayOf(time.GetUtcNow())) : StudentGrants.Anonymous).ToFrozenSet(StringComparer.Ordinal),
        TimeZoneInfo.ConvertTime(time.GetUtcNow(), calendar.Zone),
        promise.Text)
    {
        Student = turn.Person is { } known ? CardOf(known) : null,
        HasRequest = turn.TicketAt(time.GetUtcNow()) is not null,
        OpenRequests =
        [
            .. turn.Tickets
                .Where(ticket => ticket.Status != TicketStatus.Closed)
                .Select(ticket => new OpenRequest(ticket.Number, ticket.Kind?.Value, ticket.Status.Label())),
        ],
    };

    private static StudentCard CardOf(Person person) => new(
        person.Name, person.Email, [.. person.Courses.Select(course => new StudentCourse(course.Title, course.AccessUntil))]);

    private NewMessage MessageOf(BotReply reply, ImmutableArray<BotEffect> effects, ImmutableArray<Ticket> tickets, KnowledgeEdition edition) => new(
        MessageAuthor.Bot,
        null,
        effects.Any(effect => effect is BotEffect.ShowTickets) ? TicketDigest.Of(reply.Markdown, tickets, time.GetUtcNow(), calendar.Zone) : reply.Markdown,
        TextFormat.Markdown)
    {
        Sources = [.. reply.Sources.Select(id => edition.Base.Articles.GetValueOrDefault(id)).OfType<Article>().Select(SourceOf)],
        Actions = [.. reply.Actions.Select(action => new MessageAction(action.Id, action.Label))],
    };

    private MessageSource SourceOf(Article article) =>
        new(article.Id.Value, article.Title, help.AddressOf(article.Id.Value), article.VerifiedOn);

    private static Handoff HandoffOf(BotEffect.RaiseHandoff raised, HandoffPromise promise, KnowledgeEdition edition)
    {
        var kind = raised.Kind is { } id ? edition.Base.Register.Kinds.GetValueOrDefault(id) : null;
        var packet = new HandoffPacket(
            raised.Question,
            [.. raised.Shown.Select(article => article.Value)],
            [.. raised.Rejected.Select(article => article.Value)],
            StableText<HandoffReason>.Of(raised.Reason))
        {
            Fields = [.. raised.Fields.Select(field => new PacketField(field.Id, field.Label, field.Value))],
            ConsideredArticles = [.. raised.Considered.Select(article => article.Value)],
        };
        return new Handoff(kind, packet, promise.By, IsAlarm: raised.Reason == HandoffReason.Distress)
        {
            Title = raised.Title,
            Note = HandoffNote.Of(packet, kind, edition.Base),
        };
    }
}
