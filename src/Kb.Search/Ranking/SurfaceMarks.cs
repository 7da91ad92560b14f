using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Kb.Search.Index.Terms;
using Kb.Search.Query;

namespace Kb.Search.Ranking;

/// <summary>
/// Which surface forms of a vocabulary say something about a query, and to which of its terms: found once for a search, so that a word of a
/// candidate costs one look into an array.
/// </summary>
internal sealed class SurfaceMarks
{
    private readonly int[] _first;
    private readonly List<(int Surface, int Term, int Next)> _marks = [default];

    private SurfaceMarks(int surfaces)
    {
        _first = ZeroedPool<int>.Rent(surfaces);
    }

    /// <summary>Marks a vocabulary. <see cref="Clear"/> it when done.</summary>
    public static SurfaceMarks Of(Vocabulary vocabulary, ImmutableArray<RankedTerm> terms)
    {
        var marks = new SurfaceMarks(vocabulary.Surfaces.Count);
        // Backwards: a list is entered at its end, so it is read in the order of the terms.
        for (var term = terms.Length - 1; term >= 0; term--)
        {
            marks.Mark(vocabulary, terms[term], term);
        }

        return marks;
    }

    /// <summary>The first mark of a form, 0 if it has none.</summary>
    public int First(int surface) => _first[surface];

    /// <summary>The mark after this one, 0 behind the last.</summary>
    public int Next(int mark) => _marks[mark].Next;

    /// <summary>Index of the query's term.</summary>
    public int Term(int mark) => _marks[mark].Term;

    /// <summary>Gives the memory back.</summary>
    public void Clear()
    {
        foreach (var (surface, _, _) in CollectionsMarshal.AsSpan(_marks))
        {
            _first[surface] = 0;
        }

        ZeroedPool<int>.Return(_first);
    }

    private void Mark(Vocabulary vocabulary, RankedTerm term, int number)
    {
        switch (term.View)
        {
            case View.Surface when vocabulary.Surfaces.TryFind(term.Text, out var surface):
                Add(surface, number);
                break;
            case View.Stem when vocabulary.Stems.TryFind(term.Text, out var stem):
                foreach (var form in vocabulary.FormsOf(stem))
                {
                    Add(form, number);
                }

                break;
            case View.Gram when vocabulary.Grams.TryFind(term.Text, out var gram):
                foreach (var form in vocabulary.Grams.Surfaces(gram))
                {
                    Add(form, number);
                }

                break;
        }
    }

    private void Add(int surface, int term)
    {
        _marks.Add((surface, term, _first[surface]));
        _first[surface] = _marks.Count - 1;
    }
}
