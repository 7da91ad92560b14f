using Kb.Desk.Tickets;
using Kb.Web.Accounts;
using Kb.Web.Features.Tickets;
using Kb.Web.Idempotency;
using Kb.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Kb.Web.Features.Desk;

/// <summary>
/// The forms of a ticket's page: each does what its twin in the API does, then shows the page again. A form carries its own
/// idempotency key, so that an impatient second press sends nothing twice.
/// </summary>
internal static class DeskForms
{
    public static void MapDeskForms(this RouteGroupBuilder group)
    {
        var ticket = group.MapGroup("tickets/{id}");
        ticket.MapPost("claim", ClaimAsync);
        ticket.MapPost("reply", ReplyAsync);
        ticket.MapPost("template", InsertAsync);
        ticket.MapPost("note", NoteAsync);
        ticket.MapPost("transition", MoveAsync);
    }

    private static async Task<IResult> ClaimAsync(
        string id, [FromForm] string key, HttpContext context, StaffCaller caller, KeyedWrites writes, TicketCard card,
        TicketPageSource page, CancellationToken cancellationToken)
    {
        var answer = await TicketActions.ClaimAsync(id, body: null, Keyed(context, key), caller, writes, card, cancellationToken);
        return await FinishAsync(id, answer.Result, caller, page, problem => new UnsentForm(problem), cancellationToken);
    }

    private static async Task<IResult> ReplyAsync(
        string id, [FromForm] string key, [FromForm] string? text, [FromForm] string? templateId, [FromForm] string? version, HttpContext context,
        StaffCaller caller, KeyedWrites writes, TicketInput input, TicketCard card, TicketPageSource page, CancellationToken cancellationToken)
    {
        // The page tells on its own which articles were inserted: one that this reader may not open costs the source and not the reply.
        var sources = await input.ReadableAsync(TicketId.From(id), [.. context.Request.Form["articleIds"].OfType<string>()], cancellationToken);
        var answer = await TicketActions.ReplyAsync(
            id, new ReplyBody(text ?? "", templateId, sources), version, Keyed(context, key), caller, writes, input, card, cancellationToken);
        return await FinishAsync(id, answer.Result, caller, page, problem => new UnsentForm(problem, Reply: text, Template: templateId), cancellationToken);
    }

    /// <summary>Puts a template into the reply and sends nothing.</summary>
    private static Task<IResult> InsertAsync(
        string id, [FromForm] string? template, [FromForm] string? text, StaffCaller caller, TicketPageSource page, CancellationToken cancellationToken) =>
        page.InsertAsync(id, caller, text, template, cancellationToken);

    private static async Task<IResult> NoteAsync(
        string id, [FromForm] string key, [FromForm] string? text, HttpContext context, StaffCaller caller, KeyedWrites writes,
        TicketPageSource page, CancellationToken cancellationToken)
    {
        var answer = await TicketActions.NoteAsync(id, new NoteBody(text ?? ""), Keyed(context, key), caller, writes, cancellationToken);
        return await FinishAsync(id, answer.Result, caller, page, problem => new UnsentForm(problem, Note: text), cancellationToken);
    }

    private static async Task<IResult> MoveAsync(
        string id, [FromForm] string key, [FromForm] string to, [FromForm] string version, HttpContext context, StaffCaller caller,
        KeyedWrites writes, MoveTicket handler, TicketCard card, TicketPageSource page, CancellationToken cancellationToken)
    {
        var answer = await TicketActions.MoveAsync(
            id, new TransitionBody(to), version, Keyed(context, key), caller, writes, handler, card, cancellationToken);
        return await FinishAsync(id, answer.Result, caller, page, problem => new UnsentForm(problem), cancellationToken);
    }

    private static KeyedRequest Keyed(HttpContext context, string key) => KeyedRequest.Of(context, key);

    private static async Task<IResult> FinishAsync(
        string id, IResult answer, StaffCaller caller, TicketPageSource page, Func<KbProblem, UnsentForm> keep, CancellationToken cancellationToken) =>
        answer is KbProblem problem
            ? await page.ShowAsync(id, caller, keep(problem), cancellationToken)
            : TypedResults.LocalRedirect($"/desk/tickets/{Uri.EscapeDataString(id)}");
}
