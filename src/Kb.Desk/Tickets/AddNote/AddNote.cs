using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tickets;

/// <summary>What became of a note.</summary>
public abstract record AddNoteResult
{
    private AddNoteResult()
    {
    }

    /// <summary>The team can read it.</summary>
    public sealed record Added(Note Note) : AddNoteResult;

    /// <summary>No such ticket.</summary>
    public sealed record NotFound : AddNoteResult;
}

/// <summary>Leaves a note for the team beside the conversation.</summary>
public static class AddNote
{
    /// <summary>Stores the note.</summary>
    /// <param name="write">The running write.</param>
    /// <param name="id">The ticket.</param>
    /// <param name="agent">Who writes.</param>
    /// <param name="text">A text that <see cref="MessageText.Read"/> accepted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<AddNoteResult> HandleAsync(
        DeskWrite write, TicketId id, StaffMember agent, MessageText.Accepted text, CancellationToken cancellationToken)
    {
        var ticket = await write.Db.Tickets.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (ticket is null)
        {
            return new AddNoteResult.NotFound();
        }

        var conversation = await write.Db.Conversations.SingleAsync(known => known.Id == ticket.ConversationId, cancellationToken);
        var note = await write.AddNoteAsync(conversation, agent, text.Text, cancellationToken);
        write.Record(ticket, TicketEventKind.Noted, agent);
        return new AddNoteResult.Added(note);
    }
}
