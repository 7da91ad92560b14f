namespace Kb.Search.Index;

/// <summary>Sorts collected words into postings. Linear: one counting sort by term keeps documents and positions in their order.</summary>
internal static class PostingTableBuilder
{
    public static PostingTable Build(
        Dictionary<string, int> terms,
        ReadOnlySpan<(int Term, int Document, Occurrence Where)> words,
        FieldLengths lengths,
        IndexOptions options)
    {
        var wordStarts = CountByTerm(words, terms.Count);
        var (wordDocuments, occurrences) = SortByTerm(words, wordStarts);

        var termStarts = new int[terms.Count + 1];
        var documents = new List<int>(words.Length);
        var occurrenceStarts = new List<int>(words.Length);
        var impacts = new List<float>(words.Length);
        for (var term = 0; term < terms.Count; term++)
        {
            termStarts[term] = documents.Count;
            for (var at = wordStarts[term]; at < wordStarts[term + 1];)
            {
                var document = wordDocuments[at];
                var first = at;
                while (at < wordStarts[term + 1] && wordDocuments[at] == document)
                {
                    at++;
                }

                documents.Add(document);
                occurrenceStarts.Add(first);
                impacts.Add(Impact(occurrences.AsSpan(first..at), document, lengths, options));
            }
        }

        termStarts[^1] = documents.Count;
        occurrenceStarts.Add(words.Length);
        return new PostingTable(terms, termStarts, [.. documents], [.. impacts], [.. occurrenceStarts], occurrences);
    }

    private static int[] CountByTerm(ReadOnlySpan<(int Term, int Document, Occurrence Where)> words, int termCount)
    {
        var starts = new int[termCount + 1];
        foreach (var (term, _, _) in words)
        {
            starts[term + 1]++;
        }

        for (var term = 0; term < termCount; term++)
        {
            starts[term + 1] += starts[term];
        }

        return starts;
    }

    private static (int[] Documents, Occurrence[] Occurrences) SortByTerm(
        ReadOnlySpan<(int Term, int Document, Occurrence Where)> words, int[] starts)
    {
        var next = starts.AsSpan()[..^1].ToArray();
        var documents = new int[words.Length];
        var occurrences = new Occurrence[words.Length];
        foreach (var (term, document, where) in words)
        {
            var to = next[term]++;
            documents[to] = document;
            occurrences[to] = where;
        }

        return (documents, occurrences);
    }

    private static float Impact(ReadOnlySpan<Occurrence> occurrences, int document, FieldLengths lengths, IndexOptions options)
    {
        var frequency = 0.0;
        foreach (var occurrence in occurrences)
        {
            frequency += lengths.OccurrenceWorth(options.Fields[occurrence.Field], document, occurrence.Field);
        }

        return (float)Bm25.Saturate(frequency, options.Saturation);
    }
}
