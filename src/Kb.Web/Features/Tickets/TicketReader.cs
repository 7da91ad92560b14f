using System.Collections.Frozen;
using Kb.Desk.Calendars;
using Kb.Desk.People;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Kb.Web.Sites.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Features.Tickets;

/// <summary>Who reads what an agent answers.</summary>
internal sealed class TicketReader(IDbContextFactory<DeskDbContext> contexts, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>What the person of a ticket may read; of somebody for whom nobody vouched, and of no ticket, what strangers may.</summary>
    public async Task<FrozenSet<string>> GrantsAsync(TicketId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ticket = await db.Tickets.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        var person = ticket is null ? null : await PersonAsync(ticket, cancellationToken);
        return (person is null ? StudentGrants.Anonymous : StudentGrants.Of(person, calendar.DayOf(time.GetUtcNow()))).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The person of a ticket; null when nobody vouched for them.</summary>
    public async Task<Person?> PersonAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        if (ticket.PersonId is not { } asks)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == asks, cancellationToken);
    }
}
