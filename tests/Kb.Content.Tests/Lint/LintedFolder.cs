using Kb.Content.Lint;
using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Lint;

/// <summary>A small good base with one fault in it, and what one rule says of it.</summary>
internal static class LintedFolder
{
    public const string ArticleFile = "articles/documents/certificate-get.md";

    /// <summary>Findings of a rule in a base whose article is this.</summary>
    public static IReadOnlyList<ContentFinding> Findings(string rule, string article) => Findings(rule, (ArticleFile, article));

    /// <summary>Findings of a rule in a base with these files in it.</summary>
    public static IReadOnlyList<ContentFinding> Findings(string rule, params (string Path, string Text)[] files)
    {
        using var folder = new TestFolder();
        foreach (var (path, text) in files)
        {
            folder.Write(path, text);
        }

        return [.. folder.LoadStrictly().Findings.Where(finding => finding.Rule == rule)];
    }
}
