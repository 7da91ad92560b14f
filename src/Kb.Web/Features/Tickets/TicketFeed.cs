using System.Globalization;
using Kb.Desk.Notices;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Kb.Web.Accounts;
using Kb.Web.EventStreams;
using Kb.Web.Features.Chat;

namespace Kb.Web.Features.Tickets;

/// <summary>A change in the queue.</summary>
/// <param name="Change">What happened: opened, claimed, replied…</param>
/// <param name="By">Id of the member of staff who did it; null for the student and the bot.</param>
/// <param name="Ticket">The ticket as it stands now.</param>
public sealed record TicketChangeView(string Change, string? By, TicketRow Ticket);

/// <summary>What agents hear: of the whole queue by the number of the event, of one ticket by the numbers of its messages and notes.</summary>
internal sealed class TicketFeed(ReadTickets tickets, TicketCard card, MessageHtml html, StaffPass pass)
{
    /// <summary>
    /// Changes of any ticket, from now on or after the event that the client saw last. It begins with the event <c>position</c>,
    /// whose id is where the stream starts: a client that loses its line before the first change can go on from there.
    /// </summary>
    public async Task<EventStreamResult> OpenQueueAsync(long? after, CancellationToken cancellationToken)
    {
        var newest = await tickets.LastEventAsync(cancellationToken);
        // A place beyond the newest was seen in other data (a restored backup): waiting for it would be silence.
        var last = Math.Min(after ?? newest, newest);
        var isPlaced = false;
        return new EventStreamResult(DeskTopic.Tickets, SendChangesAsync, DateTimeOffset.MaxValue, pass.HoldsAsync);

        async Task SendChangesAsync(EventStream stream, CancellationToken token)
        {
            if (!isPlaced)
            {
                isPlaced = true;
                await stream.SendAsync("position", last.ToString(CultureInfo.InvariantCulture), last, token);
            }

            while (await tickets.ChangesAsync(last, token) is [_, ..] changes)
            {
                foreach (var change in changes)
                {
                    last = change.Event.Id;
                    await stream.SendAsync("ticket", last.ToString(CultureInfo.InvariantCulture), View(change), token);
                }
            }
        }
    }

    /// <summary>Messages and notes of one ticket, and its row whenever it changed; null when there is no such ticket.</summary>
    public async Task<EventStreamResult?> OpenTicketAsync(TicketId id, LastEventId last, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(id, cancellationToken) is not { } ticket)
        {
            return null;
        }

        var listener = new Listener(tickets, card, html, ticket, TranscriptPlace.Parse(last.Text));
        return new EventStreamResult(DeskTopic.Conversation(ticket.ConversationId), listener.SendNewsAsync, DateTimeOffset.MaxValue, pass.HoldsAsync);
    }

    private TicketChangeView View(TicketChange change) =>
        new(StableText<TicketEventKind>.Of(change.Event.Kind), change.Event.ActorId, card.Row(change.Ticket));

    private sealed class Listener(ReadTickets tickets, TicketCard card, MessageHtml html, Ticket ticket, TranscriptPlace place)
    {
        private TranscriptPlace _place = place;
        private int _toldVersion; // The row goes out once at the start: it may have changed since the client read it.

        public async Task SendNewsAsync(EventStream stream, CancellationToken cancellationToken)
        {
            var news = await tickets.TranscriptAsync(ticket.ConversationId, _place.Seq, _place.Note, cancellationToken);
            foreach (var message in news.Messages)
            {
                _place = _place with { Seq = message.Seq };
                await stream.SendAsync("message", _place.ToString(), TranscriptLine.From(html.View(message)), cancellationToken);
            }

            foreach (var note in news.Notes)
            {
                _place = _place with { Note = note.Ordinal };
                await stream.SendAsync("note", _place.ToString(), TranscriptLine.From(note), cancellationToken);
            }

            if (await tickets.FindAsync(ticket.Id, cancellationToken) is { } now && now.Version != _toldVersion)
            {
                _toldVersion = now.Version;
                await stream.SendAsync("ticket", _place.ToString(), card.Row(now), cancellationToken);
            }
        }
    }
}

/// <summary>How far a reader of one ticket has come: the newest message and the newest note, written «12.3».</summary>
internal readonly record struct TranscriptPlace(long Seq, int Note)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; the beginning for anything else.</summary>
    public static TranscriptPlace Parse(string? text) =>
        text?.Split('.') is [var seq, var note]
        && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var message)
        && int.TryParse(note, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? new TranscriptPlace(message, ordinal)
            : default;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seq}.{Note}");
}
