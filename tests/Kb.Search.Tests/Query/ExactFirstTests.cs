using System.Globalization;
using System.Runtime.CompilerServices;
using Kb.Search.Index;
using Kb.Search.Query;
using Kb.Search.Tests.Index;

namespace Kb.Search.Tests.Query;

/// <summary>The rows of ExactFirst.md: what was typed exactly comes first.</summary>
public class ExactFirstTests
{
    public static TheoryData<string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var row in ReadRows())
        {
            rows.Add(row[0], row[1], row[2]);
        }

        return rows;
    }

    [Fact]
    public void The_file_has_its_sixty_cases() => Assert.InRange(ReadRows().Count(), 60, 1_000);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Exact_first(string query, string documents, string order)
    {
        var index = new InvertedIndex(InvertedIndexTests.Options);
        index.Replace(documents.Split('¶').Select((document, i) => Read(document.Trim(), i + 1)));

        var found = index.Search(new SearchQuery(query, [], default)).Hits.Select(hit => hit.Id);

        Assert.Equal(order, string.Join(' ', found));
    }

    private static IEnumerable<string[]> ReadRows() => File.ReadLines(Path())
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| query ", StringComparison.Ordinal))
        // The bar inside a query («"личный кабинет |») would be one column more: no row has one.
        .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));

    private static SearchDocument Read(string document, int number)
    {
        var parts = document.Split(" — ", 2);
        return new SearchDocument
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Title = parts[0],
            Fields = parts.Length == 1 ? [new("title", parts[0])] : [new("title", parts[0]), new("body", parts[1])],
        };
    }

    private static string Path([CallerFilePath] string here = "") => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "ExactFirst.md");
}
