using System.Collections.Immutable;

namespace Kb.Search.Index;

/// <summary>Everything one search needs, as of one <see cref="ISearchIndex.Replace"/>. Immutable: readers share it without locks.</summary>
/// <param name="Options">What the index was configured with.</param>
/// <param name="Documents">Ascending by id (ordinal), so that the lower document number wins a tie.</param>
/// <param name="Visibility">Who may see which document, and when.</param>
/// <param name="Views">The readings of the text, in the order of the options.</param>
internal sealed record IndexSnapshot(
    IndexOptions Options,
    ImmutableArray<SearchDocument> Documents,
    DocumentVisibility Visibility,
    ImmutableArray<ViewIndex> Views)
{
    /// <summary>Reads all documents.</summary>
    /// <exception cref="ArgumentException">Two documents share an id, or a field is not configured.</exception>
    public static IndexSnapshot Build(IndexOptions options, IEnumerable<SearchDocument> documents)
    {
        var sorted = documents.OrderBy(document => document.Id, StringComparer.Ordinal).ToImmutableArray();
        RejectTwins(sorted);
        var fields = FieldNumbers(options);
        // One view after another, not side by side: only one set of collected words is in memory at a time.
        var views = options.Views.Select(view => BuildView(options, view, fields, sorted)).ToImmutableArray();
        return new IndexSnapshot(options, sorted, new DocumentVisibility(sorted), views);
    }

    private static ViewIndex BuildView(
        IndexOptions options, TermView view, Dictionary<string, int> fields, ImmutableArray<SearchDocument> documents)
    {
        var builder = new ViewIndexBuilder(options, view);
        foreach (var document in documents)
        {
            builder.BeginDocument();
            foreach (var (field, text) in document.Fields)
            {
                if (!fields.TryGetValue(field, out var number))
                {
                    throw new ArgumentException($"Document '{document.Id}' has the field '{field}', which the index does not know.", nameof(documents));
                }

                builder.Add(number, text);
            }
        }

        return builder.Build();
    }

    private static Dictionary<string, int> FieldNumbers(IndexOptions options) =>
        options.Fields.Select((field, number) => (field.Name, number)).ToDictionary(pair => pair.Name, pair => pair.number, StringComparer.Ordinal);

    private static void RejectTwins(ImmutableArray<SearchDocument> sorted)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            if (string.Equals(sorted[i].Id, sorted[i - 1].Id, StringComparison.Ordinal))
            {
                throw new ArgumentException($"Two documents have the id '{sorted[i].Id}'.", nameof(sorted));
            }
        }
    }
}
