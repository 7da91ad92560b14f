using System.Collections.Immutable;

namespace Kb.Content.Golden;

/// <summary>A message whose right answer is known. Never trained on: it measures what training taught.</summary>
/// <param name="Text">As a student writes it.</param>
/// <param name="Expected">The id of a kind, a talk turn or a command; null when the message must be refused.</param>
/// <param name="Group">Group of a message that must be refused (near, far, noise, abuse); otherwise null.</param>
/// <param name="File">Path relative to the content folder.</param>
/// <param name="Line">1-based line.</param>
public sealed record GoldenQuestion(string Text, string? Expected, string? Group, string File, int Line);

/// <summary>The golden questions of a base.</summary>
/// <param name="Dev">The half that thresholds may be tuned on.</param>
/// <param name="Gate">The half that is only reported and gates a publication.</param>
public sealed record GoldenQuestions(ImmutableArray<GoldenQuestion> Dev, ImmutableArray<GoldenQuestion> Gate)
{
    /// <summary>No questions.</summary>
    public static GoldenQuestions None { get; } = new([], []);
}
