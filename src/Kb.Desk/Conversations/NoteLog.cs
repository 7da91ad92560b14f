using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Conversations;

/// <summary>Writes notes down in order.</summary>
internal static class NoteLog
{
    /// <summary>Who signs what the bot tells the team.</summary>
    public static StaffMember Bot { get; } = new("bot", "бот");

    /// <summary>Gives the note the next number of its conversation, and its place after the newest message.</summary>
    public static async Task<Note> AddNoteAsync(
        this DeskWrite write, Conversation conversation, StaffMember author, string text, CancellationToken cancellationToken)
    {
        var notes = write.Db.Notes.Where(note => note.ConversationId == conversation.Id);
        var note = new Note
        {
            ConversationId = conversation.Id,
            Ordinal = 1 + (await notes.MaxAsync(known => (int?)known.Ordinal, cancellationToken) ?? 0),
            AfterSeq = conversation.LastSeq,
            AuthorId = author.Id,
            AuthorName = author.Name,
            Text = text,
            At = write.Now,
        };
        write.Db.Notes.Add(note);
        return note;
    }
}
