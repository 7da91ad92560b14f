using System.Runtime.InteropServices;
using Kb.Search.Analysis;
using Kb.Search.Index.Terms;

namespace Kb.Search.Index.Segments;

/// <summary>
/// Collects documents as sequences of codes, with surface forms numbered as they come: from texts, or from the segments of a merge, which need no reading.
/// A code below <see cref="IndexOptions.MaxFields"/> says «a text of this field begins», any other is a surface number + MaxFields.
/// </summary>
internal sealed class WordStream(IndexOptions options) : ITokenSink
{
    private readonly List<int> _codes = [];
    private readonly List<int> _starts = [0];

    /// <summary>The surface forms met so far.</summary>
    public TermTable Surfaces { get; } = new();

    /// <summary>All documents, one behind another.</summary>
    public Span<int> Codes => CollectionsMarshal.AsSpan(_codes);

    /// <summary>Number of documents.</summary>
    public int Count => _starts.Count - 1;

    /// <summary>Codes of one document.</summary>
    public ReadOnlySpan<int> this[int document] => CollectionsMarshal.AsSpan(_codes)[_starts[document].._starts[document + 1]];

    /// <summary>Reads a document.</summary>
    /// <exception cref="ArgumentException">It has a field that is not configured.</exception>
    public void Add(SearchDocument document)
    {
        var read = 0;
        for (var field = 0; field < options.Fields.Length; field++)
        {
            foreach (var (name, text) in document.Fields)
            {
                if (string.Equals(name, options.Fields[field].Name, StringComparison.Ordinal))
                {
                    _codes.Add(field);
                    options.Words.Analyze(text, this);
                    read++;
                }
            }
        }

        if (read < document.Fields.Length)
        {
            var unknown = document.Fields.First(text => options.Fields.All(field => field.Name != text.Field)).Field;
            throw new ArgumentException($"Document '{document.Id}' has the field '{unknown}', which the index does not know.", nameof(document));
        }

        _starts.Add(_codes.Count);
    }

    /// <summary>Copies a document of a segment.</summary>
    /// <param name="from">The segment.</param>
    /// <param name="document">Its document.</param>
    /// <param name="numbers">Surface number there to the code here, 0 where not yet met; filled here, as long as the segment has forms.</param>
    public void Add(Segment from, int document, int[] numbers)
    {
        var words = from.Forward.Read(document);
        while (words.Next())
        {
            if (words.BeginsText)
            {
                _codes.Add(words.Field);
            }

            ref var code = ref numbers[words.Surface];
            code = code > 0 ? code : IndexOptions.MaxFields + Surfaces.FindOrAdd(from.Vocabulary.Surfaces[words.Surface]);
            for (var time = 0; time < words.Times; time++)
            {
                _codes.Add(code);
            }
        }

        _starts.Add(_codes.Count);
    }

    /// <inheritdoc/>
    public void Accept(TermBuffer word) => _codes.Add(IndexOptions.MaxFields + Surfaces.FindOrAdd(word.Term));
}
