using System.Collections.Immutable;
using Kb.Content.Lint.Faces;
using Kb.Content.Lint.Wordings;

namespace Kb.Content.Lint;

/// <summary>What readers of findings need to know of the rules.</summary>
public static class ContentRules
{
    /// <summary>Rules whose findings mean that the bot was taught what it is measured on.</summary>
    public static ImmutableArray<string> Leaks { get; } = [GoldenLeaks.Leak, GoldenLeaks.Twice];

    /// <summary>Rules whose findings mean that an article says two things.</summary>
    public static ImmutableArray<string> Contradictions { get; } = [NumbersAgree.Rule, LinksAgree.Rule];

    /// <summary>When two phrases count as one, in Russian.</summary>
    public static string NearDuplicates => NearDuplicates<bool>.Definition;
}
