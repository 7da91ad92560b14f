namespace Kb.Search.Index;

/// <summary>How many terms every field of every document has in one view, and the means over the documents that have the field.</summary>
internal sealed class FieldLengths
{
    private readonly int[] _lengths;
    private readonly int _fieldCount;
    private readonly double[] _means;

    /// <param name="lengths">Document by document, one number for each field.</param>
    /// <param name="fieldCount">Fields of a document.</param>
    public FieldLengths(int[] lengths, int fieldCount)
    {
        _lengths = lengths;
        _fieldCount = fieldCount;
        _means = new double[fieldCount];
        for (var field = 0; field < fieldCount; field++)
        {
            _means[field] = Mean(field);
        }
    }

    /// <summary>BM25F's worth of one occurrence in this field of this document.</summary>
    public double OccurrenceWorth(FieldOptions options, int document, int field) =>
        Bm25.OccurrenceWorth(options, _lengths[(document * _fieldCount) + field], _means[field]);

    private double Mean(int field)
    {
        long sum = 0;
        var count = 0;
        for (var at = field; at < _lengths.Length; at += _fieldCount)
        {
            sum += _lengths[at];
            count += _lengths[at] > 0 ? 1 : 0;
        }

        return count == 0 ? 1 : (double)sum / count;
    }
}
