using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Storage.Idempotency;

/// <summary>
/// Does a work once for each key, however often and from however many places it is asked for. The guard is the primary key of
/// the answers' table, written in the work's own transaction: no memory to lose, no lock to leak.
/// </summary>
public sealed class IdempotentWriter(DeskWriter writer)
{
    /// <summary>How long an answer is kept for repetition: a phone may sleep through a long weekend.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(8);

    /// <summary>Does the work, or answers as before.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was stored.</exception>
    public Task<IdempotentResult<TRefusal>> WriteAsync<TRefusal>(
        IdempotentRequest request,
        Func<DeskWrite, CancellationToken, Task<WorkOutcome<TRefusal>>> work,
        CancellationToken cancellationToken) =>
        writer.WriteAsync((write, token) => OnceAsync(write, request, work, token), cancellationToken);

    /// <summary>Forgets answers older than <see cref="Retention"/>.</summary>
    /// <returns>How many.</returns>
    public Task<int> PurgeAsync(CancellationToken cancellationToken) =>
        writer.WriteAsync(
            (write, token) =>
            {
                var oldest = write.Now - Retention;
                return write.Db.IdempotencyRecords.Where(record => record.At < oldest).ExecuteDeleteAsync(token);
            },
            cancellationToken);

    private static async Task<IdempotentResult<TRefusal>> OnceAsync<TRefusal>(
        DeskWrite write,
        IdempotentRequest request,
        Func<DeskWrite, CancellationToken, Task<WorkOutcome<TRefusal>>> work,
        CancellationToken cancellationToken)
    {
        var known = await write.Db.IdempotencyRecords.AsNoTracking().SingleOrDefaultAsync(
            record => record.Scope == request.Scope && record.Key == request.Key, cancellationToken);
        if (known is not null)
        {
            return known.BodyHash == request.BodyHash
                ? new IdempotentResult<TRefusal>.Done(new StoredResponse(known.Status, known.Body), Replayed: true)
                : new IdempotentResult<TRefusal>.KeyReused();
        }

        switch (await work(write, cancellationToken))
        {
            case WorkOutcome<TRefusal>.Accepted(var response):
                write.Db.IdempotencyRecords.Add(Record(request, response, write.Now));
                return new IdempotentResult<TRefusal>.Done(response, Replayed: false);
            case WorkOutcome<TRefusal>.Refused(var refusal):
                write.Abandon();
                return new IdempotentResult<TRefusal>.Refused(refusal);
            default:
                throw new UnreachableException();
        }
    }

    private static IdempotencyRecord Record(IdempotentRequest request, StoredResponse response, DateTimeOffset now) => new()
    {
        Scope = request.Scope,
        Key = request.Key,
        BodyHash = request.BodyHash,
        Status = response.Status,
        Body = response.Body,
        At = now,
    };
}
