using System.Diagnostics;
using System.Globalization;
using Kb.Desk.Tickets;
using Kb.Web.Accounts;
using Kb.Web.Features.Chat;
using Kb.Web.Idempotency;
using Kb.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<Kb.Web.Idempotency.KeptAnswer<Kb.Web.Features.Tickets.TicketRow>, Kb.Web.Problems.KbProblem>;

namespace Kb.Web.Features.Tickets;

/// <summary>What the team does to a ticket. Each is done once for each key, and answers with the ticket as it stands then.</summary>
internal static class TicketActions
{
    public static void MapTicketActions(this RouteGroupBuilder group)
    {
        group.MapPost("", OpenAsync).WithName("OpenTicket").WithSummary("Обращение, которое пришло другим путём");
        group.MapPost("{id}/claim", ClaimAsync).WithName("ClaimTicket").WithSummary("Взять обращение себе");
        group.MapPost("{id}/reply", ReplyAsync).WithName("ReplyToTicket").WithSummary("Ответить студенту; If-Match защищает от ответа по устаревшему виду");
        group.MapPost("{id}/note", NoteAsync).WithName("AddNote").WithSummary("Заметка, которую видит только команда");
        group.MapPost("{id}/transition", MoveAsync).WithName("MoveTicket").WithSummary("Сменить статус; If-Match защищает от решения по устаревшему виду");
    }

    /// <summary>Version of a ticket as an entity tag.</summary>
    public static string ETagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static async Task<Answer> OpenAsync(
        NewTicketBody body, KeyedRequest request, StaffCaller caller, KeyedWrites writes, OpenTicket handler, TicketInput input, TicketCard card,
        CancellationToken cancellationToken)
    {
        if (input.Read(body, out var problem) is not { } opened)
        {
            return problem!;
        }

        return await writes.DoAsync<NewTicketBody, TicketRow>(
            request, body, async (write, token) => card.Row(await handler.HandleAsync(write, Staff(caller), opened, token)), cancellationToken);
    }

    internal static Task<Answer> ClaimAsync(
        string id, ClaimBody? body, KeyedRequest request, StaffCaller caller, KeyedWrites writes, TicketCard card, CancellationToken cancellationToken) =>
        writes.DoAsync<ClaimBody, TicketRow>(
            request,
            body ?? new ClaimBody(),
            async (write, token) => await ClaimTicket.HandleAsync(write, TicketId.From(id), Staff(caller), token) switch
            {
                ClaimTicketResult.Claimed(var ticket) => KeyedOutcome<TicketRow>.Existing(card.Row(ticket)),
                ClaimTicketResult.AlreadyTaken(var by) => KbProblems.TicketTaken(by),
                ClaimTicketResult.IsClosed => KbProblems.TicketClosed,
                ClaimTicketResult.NotFound => KbProblems.NotFound,
                _ => throw new UnreachableException(),
            },
            cancellationToken);

    internal static async Task<Answer> ReplyAsync(
        string id, ReplyBody body, [FromHeader(Name = "If-Match")] string? ifMatch, KeyedRequest request, StaffCaller caller,
        KeyedWrites writes, TicketInput input, TicketCard card, CancellationToken cancellationToken)
    {
        var (reply, problem) = await input.ReadAsync(TicketId.From(id), body, ifMatch, cancellationToken);
        if (reply is null)
        {
            return problem!;
        }

        return await writes.DoAsync<ReplyBody, TicketRow>(
            request,
            body,
            async (write, token) => await ReplyToTicket.HandleAsync(write, TicketId.From(id), Staff(caller), reply, token) switch
            {
                ReplyToTicketResult.Replied(var ticket, _) => card.Row(ticket),
                ReplyToTicketResult.IsClosed => KbProblems.TicketClosed,
                ReplyToTicketResult.Stale => KbProblems.StaleView,
                ReplyToTicketResult.NotFound => KbProblems.NotFound,
                _ => throw new UnreachableException(),
            },
            cancellationToken);
    }

    internal static async Task<Results<KeptAnswer<TranscriptLine>, KbProblem>> NoteAsync(
        string id, NoteBody body, KeyedRequest request, StaffCaller caller, KeyedWrites writes, CancellationToken cancellationToken)
    {
        if (MessageTexts.Read(body.Text, out var problem) is not { } text)
        {
            return problem!;
        }

        return await writes.DoAsync<NoteBody, TranscriptLine>(
            request,
            body,
            async (write, token) => await AddNote.HandleAsync(write, TicketId.From(id), Staff(caller), text, token) switch
            {
                AddNoteResult.Added(var note) => TranscriptLine.From(note),
                AddNoteResult.NotFound => KbProblems.NotFound,
                _ => throw new UnreachableException(),
            },
            cancellationToken);
    }

    internal static async Task<Answer> MoveAsync(
        string id, TransitionBody body, [FromHeader(Name = "If-Match")] string? ifMatch, KeyedRequest request, StaffCaller caller,
        KeyedWrites writes, MoveTicket handler, TicketCard card, CancellationToken cancellationToken)
    {
        if (TicketInput.Read(body, ifMatch, out var problem) is not { } move)
        {
            return problem!;
        }

        return await writes.DoAsync<TransitionBody, TicketRow>(
            request,
            body,
            async (write, token) => await handler.HandleAsync(write, TicketId.From(id), Staff(caller), move, token) switch
            {
                MoveTicketResult.Moved(var ticket) => KeyedOutcome<TicketRow>.Existing(card.Row(ticket)),
                MoveTicketResult.NotAllowed(var from, var to) => KbProblems.TransitionNotAllowed(from.Label(), to.Label()),
                MoveTicketResult.Stale => KbProblems.StaleView,
                MoveTicketResult.NotFound => KbProblems.NotFound,
                _ => throw new UnreachableException(),
            },
            cancellationToken);
    }

    private static StaffMember Staff(StaffCaller caller) => new(caller.Id, caller.Name);
}
