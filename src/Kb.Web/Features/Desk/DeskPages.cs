using System.Collections.Immutable;
using Kb.Desk.Calendars;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Kb.Web.Accounts;
using Kb.Web.Features.Tickets;
using Kb.Web.Layout;
using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kb.Web.Features.Desk;

/// <summary>The agents' pages: the queue and a ticket. Plain forms and links do everything; scripts only make it live.</summary>
internal static class DeskPages
{
    private const int RowsOnPage = 50;

    public static IServiceCollection AddKbDeskPages(this IServiceCollection services) => services.AddSingleton<TicketPageSource>();

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/desk").RequireAuthorization(KbPolicies.Agent).ExcludeFromDescription();
        group.MapGet("", QueueAsync);
        group.MapGet("tickets/{id}", TicketAsync);
        group.MapDeskForms();
    }

    private static async Task<Results<RazorComponentResult<PageShell>, KbProblemPage>> QueueAsync(
        StaffCaller caller, ReadTickets tickets, TicketCard card, WorkingCalendar calendar, TimeProvider time, CancellationToken cancellationToken,
        string view = "unassigned", string? cursor = null)
    {
        var after = cursor is null ? null : TicketCursor.TryParse(cursor);
        if (TicketView.TryParse(view, new StaffMember(caller.Id, caller.Name)) is not { } shown || (after is null && cursor is not null))
        {
            return new KbProblemPage(KbProblems.NotFound);
        }

        var page = await tickets.ListAsync(new TicketQuery(shown, null, TicketSort.Due, RowsOnPage, after), cancellationToken);
        return Pages.Show<QueuePage>(new
        {
            View = view,
            Rows = page.Items.Select(card.Row).ToImmutableArray(),
            Next = page.Next?.ToString(),
            Now = time.GetUtcNow(),
            calendar.Zone,
        });
    }

    private static async Task<IResult> TicketAsync(string id, TicketPageSource source, CancellationToken cancellationToken) =>
        await source.ShowAsync(id, refused: null, cancellationToken);
}

/// <summary>A form that was refused: why, and what was typed in it.</summary>
/// <param name="Problem">Why.</param>
/// <param name="Reply">The reply that was typed; null when it was another form.</param>
/// <param name="Note">The note that was typed; null when it was another form.</param>
public sealed record RefusedForm(KbProblem Problem, string? Reply = null, string? Note = null);

/// <summary>Gathers what a ticket's page shows.</summary>
internal sealed class TicketPageSource(TicketCard card, IDbContextFactory<DeskDbContext> contexts, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>The page; after a refused form with the reason on top and the typed text kept.</summary>
    public async Task<IResult> ShowAsync(string id, RefusedForm? refused, CancellationToken cancellationToken)
    {
        if (await card.FindAsync(TicketId.From(id), cancellationToken) is not { } ticket)
        {
            return new KbProblemPage(KbProblems.NotFound);
        }

        return Pages.Show<TicketPage>(
            new
            {
                Ticket = ticket,
                Requester = await Requester.FindAsync(contexts, ticket.Person.Id, cancellationToken),
                Refused = refused,
                Now = time.GetUtcNow(),
                calendar.Zone,
            },
            refused?.Problem.Status ?? StatusCodes.Status200OK);
    }
}
