using System.Collections.Immutable;
using Kb.Search.Index.Terms;

namespace Kb.Search.Index.Segments;

/// <summary>Turns collected documents into a segment. Linear in the number of words.</summary>
internal static class SegmentWriter
{
    /// <param name="options">What the index was configured with.</param>
    /// <param name="documents">Ascending by id; as many as in <paramref name="words"/>, in the same order.</param>
    /// <param name="words">Their words. Used up: codes are renumbered in place.</param>
    /// <param name="means">Usual lengths of the whole index; null to take those of these documents.</param>
    public static Segment Write(IndexOptions options, ImmutableArray<SearchDocument> documents, WordStream words, FieldMeans? means)
    {
        var vocabulary = Vocabulary.Of(NumberByFrequency(words), new Stemmer(options.Stemming));
        var forward = WriteForward(words, vocabulary, options.Fields.Length);
        var statistics = Tally(vocabulary, forward, options.Fields.Length);
        means ??= FieldMeans.Of(statistics.FieldWords, statistics.FieldDocuments);
        var postings = new PostingWriter(options, vocabulary, forward, means).Write(statistics.Stems);
        return new Segment(documents, new DocumentVisibility(documents), vocabulary, postings, forward, statistics);
    }

    /// <summary>Gives frequent forms small numbers, equally frequent ones in the order of arrival, and rewrites the codes.</summary>
    private static TermTable NumberByFrequency(WordStream words)
    {
        var counts = new int[words.Surfaces.Count];
        foreach (var code in words.Codes)
        {
            if (code >= IndexOptions.MaxFields)
            {
                counts[code - IndexOptions.MaxFields]++;
            }
        }

        var order = Enumerable.Range(0, counts.Length).ToArray();
        Array.Sort(order, (a, b) => counts[a] != counts[b] ? counts[b].CompareTo(counts[a]) : a.CompareTo(b));
        var renumbered = new TermTable();
        var numbers = new int[counts.Length];
        foreach (var old in order)
        {
            numbers[old] = renumbered.FindOrAdd(words.Surfaces[old]);
        }

        foreach (ref var code in words.Codes)
        {
            code = code < IndexOptions.MaxFields ? code : numbers[code - IndexOptions.MaxFields] + IndexOptions.MaxFields;
        }

        return renumbered;
    }

    private static ForwardIndex WriteForward(WordStream words, Vocabulary vocabulary, int fieldCount)
    {
        var writer = new ForwardWriter(vocabulary, fieldCount);
        for (var document = 0; document < words.Count; document++)
        {
            writer.Add(words[document]);
        }

        return writer.Build();
    }

    private static SegmentStatistics Tally(Vocabulary vocabulary, ForwardIndex forward, int fieldCount)
    {
        var counts = new SegmentStatistics(
            forward.Count,
            new int[vocabulary.Stems.Count],
            new int[vocabulary.Surfaces.Count],
            new int[vocabulary.Grams.Count],
            new long[fieldCount],
            new int[fieldCount]);
        var tally = new TermTally(vocabulary, forward, counts);
        for (var document = 0; document < forward.Count; document++)
        {
            tally.Count(document, 1);
        }

        return counts;
    }
}
