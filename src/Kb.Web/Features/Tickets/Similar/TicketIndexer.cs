using Kb.Desk.Notices;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;

namespace Kb.Web.Features.Tickets.Similar;

/// <summary>
/// Fills the index of tickets after the start, then follows the desk by the numbers of its events: a change is found a moment after it
/// is stored, also one of another process. The place is taken before the filling, so that nothing falls between the two.
/// </summary>
internal sealed class TicketIndexer(
    ReadTickets tickets, ReadTicketTexts texts, TicketIndex index, DeskNotices notices, TimeProvider time, ILogger<TicketIndexer> log) : BackgroundService
{
    private const int Page = 500;

    /// <summary>Changes of another process ring no bell here.</summary>
    private static readonly TimeSpan LookAround = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private long? _followed; // The last event that is in the index; null while it is being filled.
    private long _filled; // Number of the last ticket that is.

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The server begins to listen meanwhile.
        using var watch = notices.Watch(DeskTopic.Tickets);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(stoppingToken);
                await watch.WaitAsync(LookAround, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Similar tickets are a convenience: whatever fails here is logged and tried again, and the desk goes on.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.TicketsNotIndexed(StorageFailures.Recognise(failure)?.ToString() ?? "bug", failure);
                await Task.Delay(AfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Brings everything that is stored into the index.</summary>
    internal async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        _followed ??= await FillAsync(cancellationToken);
        while (await tickets.ChangesAsync(_followed.Value, cancellationToken) is [_, ..] changes)
        {
            index.Put(await texts.OfAsync([.. changes.Select(change => change.Ticket).DistinctBy(ticket => ticket.Id)], cancellationToken));
            _followed = changes[^1].Event.Id;
        }

        while (index.Merge(cancellationToken))
        {
        }
    }

    private async Task<long> FillAsync(CancellationToken cancellationToken)
    {
        var place = await tickets.LastEventAsync(cancellationToken);
        while (await texts.PageAsync(_filled, Page, cancellationToken) is [_, ..] page)
        {
            index.Put(page);
            _filled = page[^1].Ticket.Number;
        }

        return place;
    }
}
