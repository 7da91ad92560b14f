using System.Globalization;
using Kb.Bench.Data;
using Kb.Bench.Retrieval.Corruptions;

namespace Kb.Bench.Retrieval;

/// <summary>One document of a corpus; an empty title means that the set has none.</summary>
public sealed record CorpusDocument(string Id, string? Title, string Text);

/// <summary>One query.</summary>
public sealed record BenchQuery(string Id, string Text);

/// <summary>A corpus, the queries that somebody judged, and the judgments.</summary>
/// <param name="Corpus">All documents.</param>
/// <param name="Queries">Queries with at least one judgment, in the order of their file.</param>
/// <param name="Grades">Query id to document id to grade.</param>
public sealed record RetrievalSet(
    IReadOnlyList<CorpusDocument> Corpus,
    IReadOnlyList<BenchQuery> Queries,
    IReadOnlyDictionary<string, Dictionary<string, int>> Grades)
{
    /// <summary>Reads the three files of a set.</summary>
    /// <exception cref="InvalidDataException">A file does not have the form it should.</exception>
    public static RetrievalSet Read(string corpus, string queries, string qrels)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var row in TsvTable.Read(qrels, "query-id", "doc-id", "grade"))
        {
            if (!grades.TryGetValue(row[0], out var ofQuery))
            {
                grades.Add(row[0], ofQuery = new Dictionary<string, int>(StringComparer.Ordinal));
            }

            ofQuery[row[1]] = int.TryParse(row[2], CultureInfo.InvariantCulture, out var grade)
                ? grade
                : throw new InvalidDataException($"{qrels}: '{row[2]}' is no grade.");
        }

        var documents = JsonLines.Read<CorpusDocument>(corpus).ToArray();
        var judged = JsonLines.Read<BenchQuery>(queries).Where(query => grades.ContainsKey(query.Id)).ToArray();
        return documents.Length == 0 ? throw new InvalidDataException($"{corpus}: no documents.")
            : judged.Length == 0 ? throw new InvalidDataException($"{queries}: none of the queries is judged in {qrels}.")
            : new RetrievalSet(documents, judged, grades);
    }

    /// <summary>The same set with spoiled queries; the same seed spoils them in the same way.</summary>
    public RetrievalSet Corrupted(Corruption way, int seed)
    {
        var random = new Random(seed);
        return this with { Queries = [.. Queries.Select(query => query with { Text = way.Apply(query.Text, random) })] };
    }
}
