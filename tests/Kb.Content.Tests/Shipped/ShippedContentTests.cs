using Kb.Content.Lint;
using Kb.Content.Loading;

namespace Kb.Content.Tests.Shipped;

/// <summary>The base that ships with the product, checked as <c>kb check</c> does.</summary>
public sealed class ShippedContentTests
{
    [Fact]
    public void The_shipped_base_has_no_errors()
    {
        var result = KnowledgeBaseLoader.Load(Folder(), new DateOnly(2026, 11, 22));

        Assert.Empty(result.Findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => finding.ToString()));
        Assert.Equal((104, 104, 104, 104), (result.Summary.Kinds, result.Summary.KindsWithArticles, result.Summary.KindsWithPhrases, result.Summary.KindsWithGolden));
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kb.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "content");
    }
}
