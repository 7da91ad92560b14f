namespace Kb.Desk.Storage.Idempotency;

/// <summary>A request that may be repeated.</summary>
/// <param name="Scope">Who asks for what: subject, method and path.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="BodyHash">Digest of the body.</param>
public sealed record IdempotentRequest(string Scope, string Key, string BodyHash);

/// <summary>An answer as it goes out: kept, so that a repetition gets the very same.</summary>
public sealed record StoredResponse(int Status, string Body);

/// <summary>What a work under a key came to.</summary>
/// <typeparam name="TRefusal">What the work says when it refuses.</typeparam>
public abstract record IdempotentResult<TRefusal>
{
    private IdempotentResult()
    {
    }

    /// <summary>Done now, or done before and answered again.</summary>
    public sealed record Done(StoredResponse Response, bool Replayed) : IdempotentResult<TRefusal>;

    /// <summary>The key was used for another body.</summary>
    public sealed record KeyReused : IdempotentResult<TRefusal>;

    /// <summary>The work refused: nothing was stored, and the key is still free.</summary>
    public sealed record Refused(TRefusal Refusal) : IdempotentResult<TRefusal>;
}

/// <summary>What a work says for itself: an answer to keep, or a refusal that undoes everything.</summary>
/// <typeparam name="TRefusal">What it says when it refuses.</typeparam>
public abstract record WorkOutcome<TRefusal>
{
    private WorkOutcome()
    {
    }

    /// <summary>The work is done.</summary>
    public sealed record Accepted(StoredResponse Response) : WorkOutcome<TRefusal>;

    /// <summary>Nothing shall have happened.</summary>
    public sealed record Refused(TRefusal Refusal) : WorkOutcome<TRefusal>;
}
