namespace Kb.Search.Query;

/// <summary>What speaks for or against documents besides their words: the kind of request that a question looks like, the course of the reader, old age.</summary>
/// <param name="Attribute">Attribute that the documents have.</param>
/// <param name="Value">Its value, exact.</param>
/// <param name="Share">How much is added, as a share of what the words of the document are worth: 0.2 lifts 10 to 12, −0.05 lowers it to 9.5. More than −1, usually less than 1.</param>
/// <param name="Reason">In Russian, for those who ask why: «похоже на обращение „Возврат“».</param>
public sealed record Prior(string Attribute, string Value, double Share, string Reason)
{
    /// <summary>Whether values that sort before <see cref="Value"/> count as well, ordinally: an ISO date and all days before it.</summary>
    public bool OrBefore { get; init; }
}
