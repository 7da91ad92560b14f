using Kb.Web.Health;

namespace Kb.Web.Knowledge;

/// <summary>There is an edition, and its index has documents to find.</summary>
internal sealed class IndexCheck(CurrentKnowledge current) : IReadinessCheck
{
    public string Code => "index";

    public ValueTask<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(current.IsOpen && current.Edition.Index.Count > 0);
}
