using Kb.Content.Register;
using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tickets;

/// <summary>Makes a conversation a ticket, owned by people from then on. Kind, line and service class come from the register.</summary>
public sealed class OpenTicket(WorkingCalendar calendar)
{
    /// <summary>Line of a request whose kind is unknown: the first contact.</summary>
    private const int FirstLine = 1;

    /// <summary>Opens the ticket of a talk that the bot hands over.</summary>
    public async Task<Ticket> HandleAsync(
        DeskWrite write, Conversation conversation, Handoff handoff, CancellationToken cancellationToken)
    {
        var name = conversation.PersonId is { } id
            ? await write.Db.People.Where(person => person.Id == id).Select(person => person.Name).SingleAsync(cancellationToken)
            : null;
        var ticket = await CreateAsync(write, conversation, handoff, name, cancellationToken);
        write.Record(ticket, TicketEventKind.Opened, null);
        return ticket;
    }

    /// <summary>Opens the ticket of a request that reached an agent by another way, with a conversation of its own.</summary>
    public async Task<Ticket> HandleAsync(
        DeskWrite write, StaffMember agent, NewRequest request, CancellationToken cancellationToken)
    {
        var conversation = new Conversation
        {
            Id = OpaqueId.New<ConversationId>(write.Now),
            Channel = Channel.Desk,
            CreatedAt = write.Now,
        };
        write.Db.Conversations.Add(conversation);
        write.Append(conversation, new NewMessage(MessageAuthor.Student, request.PersonName, request.Text, TextFormat.Plain));
        var packet = new HandoffPacket(request.Title ?? request.Text, [], [], null);
        var ticket = await CreateAsync(write, conversation, new Handoff(request.Kind, packet), request.PersonName, cancellationToken);
        write.Record(ticket, TicketEventKind.Opened, agent);
        return ticket;
    }

    private async Task<Ticket> CreateAsync(
        DeskWrite write, Conversation conversation, Handoff handoff, string? personName, CancellationToken cancellationToken)
    {
        var service = handoff.IsAlarm ? ServiceClass.Urgent : handoff.Kind?.Service ?? ServiceClass.Today;
        var due = DueTimes.From(write.Now, service, calendar, handoff.IsAlarm ? write.Now : handoff.PromisedBy);
        var ticket = new Ticket
        {
            Id = OpaqueId.New<TicketId>(write.Now),
            // Nobody else can number a ticket meanwhile: the write holds the only write lock.
            Number = 1 + (await write.Db.Tickets.MaxAsync(known => (long?)known.Number, cancellationToken) ?? 0),
            ConversationId = conversation.Id,
            Status = TicketStatus.Open,
            Type = handoff.Kind?.Type,
            Kind = handoff.Kind?.Id,
            Line = handoff.Kind?.Line ?? FirstLine,
            ServiceClass = service,
            IsAlarm = handoff.IsAlarm,
            PersonId = conversation.PersonId,
            PersonName = personName,
            Title = TicketTitle.From(handoff.Title ?? handoff.Packet.Question, handoff.Kind?.Name),
            Handoff = handoff.Packet,
            LastAuthor = MessageAuthor.Student,
            LastAt = write.Now,
            CreatedAt = write.Now,
            FirstReplyDueAt = due.FirstReply,
            ResolutionDueAt = due.Resolution,
            NextDueAt = due.FirstReply,
        };
        write.Db.Tickets.Add(ticket);
        return ticket;
    }
}

/// <summary>A request that an agent writes down.</summary>
/// <param name="Text">What the person asked.</param>
/// <param name="Title">The same in one line; null to take it from the text.</param>
/// <param name="Kind">What it is about; null when unknown.</param>
/// <param name="PersonName">What to call the person; null when unknown.</param>
public sealed record NewRequest(string Text, string? Title, RequestKind? Kind, string? PersonName);
