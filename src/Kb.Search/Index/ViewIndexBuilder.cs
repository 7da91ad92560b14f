using System.Runtime.InteropServices;
using Kb.Search.Analysis;

namespace Kb.Search.Index;

/// <summary>Collects the words of one view, document after document, and turns them into a <see cref="ViewIndex"/>.</summary>
internal sealed class ViewIndexBuilder : ITokenSink
{
    /// <summary>Between two texts of one field: no phrase reaches over it.</summary>
    private const int TextGap = 100;

    private readonly IndexOptions _options;
    private readonly TermView _view;
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<(int Term, int Document, Occurrence Where)> _words = [];
    private readonly List<int> _lengths = [];
    private readonly int[] _nextPosition;
    private int _document = -1;
    private int _field;

    public ViewIndexBuilder(IndexOptions options, TermView view)
    {
        _options = options;
        _view = view;
        _bySpan = _terms.GetAlternateLookup<ReadOnlySpan<char>>();
        _nextPosition = new int[options.Fields.Length];
    }

    /// <summary>Begins the next document; they are numbered from 0.</summary>
    public void BeginDocument()
    {
        _document++;
        Array.Clear(_nextPosition);
        CollectionsMarshal.SetCount(_lengths, _lengths.Count + _options.Fields.Length);
        CollectionsMarshal.AsSpan(_lengths)[^_options.Fields.Length..].Clear();
    }

    /// <summary>Adds a text to a field of the current document.</summary>
    public void Add(int field, string text)
    {
        _field = field;
        var firstWord = _words.Count;
        _view.Analyzer.Analyze(text, this);
        if (_words.Count > firstWord)
        {
            _nextPosition[field] = _words[^1].Where.Position + TextGap;
        }
    }

    /// <inheritdoc/>
    public void Accept(TermBuffer word)
    {
        if (!_bySpan.TryGetValue(word.Term, out var term))
        {
            term = _terms.Count;
            _bySpan[word.Term] = term;
        }

        _words.Add((term, _document, new Occurrence(_field, _nextPosition[_field] + word.Position)));
        CollectionsMarshal.AsSpan(_lengths)[(_document * _options.Fields.Length) + _field]++;
    }

    /// <summary>The finished index. The builder is used up.</summary>
    public ViewIndex Build()
    {
        var lengths = new FieldLengths([.. _lengths], _options.Fields.Length);
        return new ViewIndex(_view, PostingTableBuilder.Build(_terms, CollectionsMarshal.AsSpan(_words), lengths, _options), lengths);
    }
}
