using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Kb.Web.Accounts;
using Kb.Web.EventStreams;
using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kb.Web.Features.Tickets;

/// <summary>What the team reads of its tickets. What it does to them is in <see cref="TicketActions"/>.</summary>
internal static class TicketEndpoints
{
    private const int DefaultTop = 50;
    private const int MaxTop = 100;

    public static void MapTickets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/tickets").WithTags("Tickets").RequireAuthorization(KbPolicies.Agent);
        group.MapGet("", ListAsync).WithName("ListTickets").WithSummary("Очередь: view=mine|unassigned|all|line:N, status, sort=due|created, top, cursor");
        group.MapGet("events", QueueEventsAsync).WithName("FollowTickets").WithSummary("Поток событий ticket по всей очереди, первым position; id растёт, продолжает с Last-Event-ID или after");
        group.MapGet("{id}", FindAsync).WithName("ReadTicket").WithSummary("Обращение целиком, с внутренними заметками");
        group.MapGet("{id}/events", EventsAsync).WithName("FollowTicket").WithSummary("Поток событий message, note и ticket одного обращения");
        group.MapTicketActions();
    }

    private static async Task<Results<Ok<TicketListView>, KbProblem>> ListAsync(
        StaffCaller caller, ReadTickets tickets, TicketCard card, CancellationToken cancellationToken,
        string? view = null, string? status = null, string? sort = null, int top = DefaultTop, string? cursor = null)
    {
        if (Read(caller, view, status, sort, top, cursor) is not { } query)
        {
            return KbProblems.BadRequest(
                "view: mine, unassigned, all или line:1…3; status: ключ статуса; sort: due или created; top: от 1 до 100; cursor: значение next прошлой страницы.");
        }

        var page = await tickets.ListAsync(query, cancellationToken);
        return TypedResults.Ok(new TicketListView([.. page.Items.Select(card.Row)], page.Next?.ToString()));
    }

    private static TicketQuery? Read(StaffCaller caller, string? view, string? status, string? sort, int top, string? cursor)
    {
        TicketStatus? only = null;
        if (!string.IsNullOrEmpty(status))
        {
            if (!StableText<TicketStatus>.TryParse(status, out var read))
            {
                return null;
            }

            only = read;
        }

        var order = TicketSort.Due;
        if (!string.IsNullOrEmpty(sort) && !StableText<TicketSort>.TryParse(sort, out order))
        {
            return null;
        }

        var after = string.IsNullOrEmpty(cursor) ? null : TicketCursor.TryParse(cursor);
        return top is < 1 or > MaxTop || (after is null && !string.IsNullOrEmpty(cursor))
            || TicketView.TryParse(view, new StaffMember(caller.Id, caller.Name)) is not { } shown
                ? null
                : new TicketQuery(shown, only, order, top, after);
    }

    private static async Task<Results<Ok<TicketDetails>, KbProblem>> FindAsync(
        string id, StaffCaller caller, TicketCard card, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await card.FindAsync(TicketId.From(id), caller.Name, cancellationToken) is not { } ticket)
        {
            return KbProblems.NotFound;
        }

        response.Headers.ETag = TicketActions.ETagOf(ticket.Version);
        return TypedResults.Ok(ticket);
    }

    private static Task<EventStreamResult> QueueEventsAsync(
        LastEventId last, TicketFeed feed, CancellationToken cancellationToken, long? after = null) =>
        feed.OpenQueueAsync(last.Number ?? after, cancellationToken);

    private static async Task<Results<EventStreamResult, KbProblem>> EventsAsync(
        string id, LastEventId last, TicketFeed feed, CancellationToken cancellationToken) =>
        await feed.OpenTicketAsync(TicketId.From(id), last, cancellationToken) is { } stream ? stream : KbProblems.NotFound;
}
