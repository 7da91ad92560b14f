using System.Diagnostics;
using System.Text.Json;
using Kb.Desk.Storage;
using Kb.Desk.Storage.Idempotency;
using Kb.Web.Hosting;
using Kb.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kb.Web.Idempotency;

/// <summary>Does what a POST asks for once, and answers its repetitions alike.</summary>
public sealed class KeyedWrites(IdempotentWriter writer)
{
    /// <summary>Does the work in one transaction with its answer.</summary>
    /// <param name="request">Who asks, under which key.</param>
    /// <param name="body">What they sent.</param>
    /// <param name="work">Gives the answer to keep, or a problem, after which nothing has happened and the key is free.</param>
    /// <param name="cancellationToken">Honoured until the commit.</param>
    public async Task<Results<KeptAnswer<T>, KbProblem>> DoAsync<TBody, T>(
        KeyedRequest request,
        TBody body,
        Func<DeskWrite, CancellationToken, Task<KeyedOutcome<T>>> work,
        CancellationToken cancellationToken)
    {
        if (request.Key is null)
        {
            return KbProblems.IdempotencyKeyMissing;
        }

        var result = await writer.WriteAsync<KbProblem>(request.With(body), async (write, token) => await KeepAsync(work, write, token), cancellationToken);
        return result switch
        {
            IdempotentResult<KbProblem>.Done(var response, var replayed) => new KeptAnswer<T>(response, replayed),
            IdempotentResult<KbProblem>.Refused(var problem) => problem,
            IdempotentResult<KbProblem>.KeyReused => KbProblems.IdempotencyKeyReused,
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<WorkOutcome<KbProblem>> KeepAsync<T>(
        Func<DeskWrite, CancellationToken, Task<KeyedOutcome<T>>> work, DeskWrite write, CancellationToken cancellationToken) =>
        await work(write, cancellationToken) switch
        {
            { Problem: { } problem } => new WorkOutcome<KbProblem>.Refused(problem),
            var done => new WorkOutcome<KbProblem>.Accepted(new StoredResponse(done.Status, JsonSerializer.Serialize(done.Body, KbJson.Options))),
        };
}

/// <summary>What a keyed work came to: a body with its status, or a problem.</summary>
public sealed record KeyedOutcome<T>
{
    private KeyedOutcome()
    {
    }

    internal int Status { get; private init; }

    internal T? Body { get; private init; }

    internal KbProblem? Problem { get; private init; }

    /// <summary>Something new exists.</summary>
    public static implicit operator KeyedOutcome<T>(T body) => new() { Status = StatusCodes.Status201Created, Body = body };

    /// <summary>Nothing has happened.</summary>
    public static implicit operator KeyedOutcome<T>(KbProblem problem) => new() { Problem = problem };

    /// <summary>Nothing new, but this is it.</summary>
    internal static KeyedOutcome<T> Existing(T body) => new() { Status = StatusCodes.Status200OK, Body = body };
}
