using System.Collections.Immutable;

namespace Kb.Search.Index;

/// <summary>Mean number of indexed words in each field, over the documents that have the field: what BM25F calls a usual length.</summary>
/// <param name="Words">One for each field of the options; 1 where no document has it.</param>
internal sealed record FieldMeans(ImmutableArray<double> Words)
{
    /// <summary>Means from sums.</summary>
    /// <param name="words">Words of the field in all documents.</param>
    /// <param name="documents">Documents that have the field.</param>
    public static FieldMeans Of(ReadOnlySpan<long> words, ReadOnlySpan<int> documents)
    {
        var means = ImmutableArray.CreateBuilder<double>(words.Length);
        for (var field = 0; field < words.Length; field++)
        {
            means.Add(documents[field] == 0 ? 1 : (double)words[field] / documents[field]);
        }

        return new FieldMeans(means.MoveToImmutable());
    }
}
