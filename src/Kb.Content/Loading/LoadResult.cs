using System.Collections.Immutable;
using Kb.Content.Lint;

namespace Kb.Content.Loading;

/// <summary>What came of reading a content folder.</summary>
/// <param name="Base">The base; null when there are errors: a base is taken whole or not at all.</param>
/// <param name="Findings">By file and line.</param>
/// <param name="Summary">What was read, even where it has errors.</param>
public sealed record LoadResult(KnowledgeBase? Base, ImmutableArray<ContentFinding> Findings, ContentSummary Summary)
{
    /// <summary>Number of findings of a severity.</summary>
    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);

    /// <summary>Neither errors nor warnings; notes are a matter of taste.</summary>
    public bool IsClean => Findings.All(finding => finding.Severity == FindingSeverity.Note);
}
