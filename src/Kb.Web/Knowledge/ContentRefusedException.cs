using System.Collections.Immutable;
using Kb.Content.Lint;

namespace Kb.Web.Knowledge;

/// <summary>The content folder has errors and there is no earlier good copy: the server cannot start.</summary>
internal sealed class ContentRefusedException(ImmutableArray<ContentFinding> findings) : Exception("The content folder has errors and there is no earlier good copy.")
{
    /// <summary>What is wrong, by file and line.</summary>
    public ImmutableArray<ContentFinding> Findings { get; } = findings;
}
