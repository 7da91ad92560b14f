namespace Kb.Search.Index;

/// <summary>
/// The postings of one view: for every term the documents that have it, ascending, what each is worth, and where the term stands there.
/// Flat arrays, so that a search reads memory in order and allocates nothing per posting. Immutable.
/// </summary>
internal sealed class PostingTable
{
    private readonly Dictionary<string, int> _terms;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly int[] _termStarts;
    private readonly int[] _documents;
    private readonly float[] _impacts;
    private readonly int[] _occurrenceStarts;
    private readonly Occurrence[] _occurrences;

    /// <param name="terms">Term to its number, 0 to count − 1.</param>
    /// <param name="termStarts">Term number to its first posting; one more entry closes the last.</param>
    /// <param name="documents">Posting to document.</param>
    /// <param name="impacts">Posting to its saturated BM25F frequency, before idf.</param>
    /// <param name="occurrenceStarts">Posting to its first occurrence; one more entry closes the last.</param>
    /// <param name="occurrences">Occurrences, ascending within a posting.</param>
    public PostingTable(
        Dictionary<string, int> terms,
        int[] termStarts,
        int[] documents,
        float[] impacts,
        int[] occurrenceStarts,
        Occurrence[] occurrences)
    {
        _terms = terms;
        _bySpan = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        _termStarts = termStarts;
        _documents = documents;
        _impacts = impacts;
        _occurrenceStarts = occurrenceStarts;
        _occurrences = occurrences;
    }

    /// <summary>Bytes that the arrays and terms take, give or take the dictionary's own overhead.</summary>
    public long Bytes =>
        ((long)(_termStarts.Length + _documents.Length + _impacts.Length + _occurrenceStarts.Length + _occurrences.Length) * sizeof(int))
        + _terms.Keys.Sum(term => (term.Length * (long)sizeof(char)) + TermOverheadBytes);

    /// <summary>A string's header and its entry in the dictionary, in 64-bit .NET.</summary>
    private const int TermOverheadBytes = 22 + 28;

    /// <summary>The term's number, if any document has it.</summary>
    public bool TryFind(ReadOnlySpan<char> term, out int number) => _bySpan.TryGetValue(term, out number);

    /// <summary>Documents that have the term, ascending.</summary>
    public ReadOnlySpan<int> Documents(int term) => _documents.AsSpan(_termStarts[term].._termStarts[term + 1]);

    /// <summary>What each of <see cref="Documents"/> is worth, in the same order.</summary>
    public ReadOnlySpan<float> Impacts(int term) => _impacts.AsSpan(_termStarts[term].._termStarts[term + 1]);

    /// <summary>Where the term stands in a document; empty if it does not.</summary>
    public ReadOnlySpan<Occurrence> Occurrences(int term, int document, out float impact)
    {
        var found = Documents(term).BinarySearch(document);
        if (found < 0)
        {
            impact = 0;
            return [];
        }

        var posting = _termStarts[term] + found;
        impact = _impacts[posting];
        return _occurrences.AsSpan(_occurrenceStarts[posting].._occurrenceStarts[posting + 1]);
    }
}
