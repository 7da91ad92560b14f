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

    private static async Task<IResult> TicketAsync(string id, StaffCaller caller, TicketPageSource source, CancellationToken cancellationToken) =>
        await source.ShowAsync(id, caller, new UnsentForm(), cancellationToken);
}

/// <summary>What stands in the forms of the page: nothing at first, what was typed after a form that was refused or not sent yet.</summary>
/// <param name="Problem">Why the form was refused; null when it was not.</param>
/// <param name="Reply">The reply that was typed; null when it was another form.</param>
/// <param name="Note">The note that was typed; null when it was another form.</param>
/// <param name="Template">Id of the template that the reply was made from; null when it was typed.</param>
public sealed record UnsentForm(KbProblem? Problem = null, string? Reply = null, string? Note = null, string? Template = null);

/// <summary>Gathers what a ticket's page shows.</summary>
internal sealed class TicketPageSource(TicketCard card, IDbContextFactory<DeskDbContext> contexts, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>The page; after a refused form with the reason on top and the typed text kept.</summary>
    public async Task<IResult> ShowAsync(string id, StaffCaller caller, UnsentForm unsent, CancellationToken cancellationToken) =>
        await card.FindAsync(TicketId.From(id), caller.Name, cancellationToken) is { } ticket
            ? await ShowAsync(ticket, unsent, cancellationToken)
            : new KbProblemPage(KbProblems.NotFound);

    /// <summary>The page with a template put at the end of the reply: what scripts do at the caret.</summary>
    public async Task<IResult> InsertAsync(string id, StaffCaller caller, string? reply, string? template, CancellationToken cancellationToken)
    {
        if (await card.FindAsync(TicketId.From(id), caller.Name, cancellationToken) is not { } ticket)
        {
            return new KbProblemPage(KbProblems.NotFound);
        }

        var chosen = ticket.Suggestions.Templates.Concat(ticket.Suggestions.OtherTemplates).FirstOrDefault(known => known.Id == template);
        var typed = (reply ?? "").TrimEnd();
        return await ShowAsync(
            ticket,
            chosen is null
                ? new UnsentForm(KbProblems.TemplateUnknown, Reply: reply)
                : new UnsentForm(Reply: typed.Length == 0 ? chosen.Text : $"{typed}\n\n{chosen.Text}", Template: chosen.Id),
            cancellationToken);
    }

    private async Task<IResult> ShowAsync(TicketDetails ticket, UnsentForm unsent, CancellationToken cancellationToken)
    {
        return Pages.Show<TicketPage>(
            new
            {
                Ticket = ticket,
                Requester = await Requester.FindAsync(contexts, ticket.Person.Id, cancellationToken),
                Unsent = unsent,
                Now = time.GetUtcNow(),
                calendar.Zone,
            },
            unsent.Problem?.Status ?? StatusCodes.Status200OK);
    }
}
