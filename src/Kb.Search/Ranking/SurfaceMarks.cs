using System.Runtime.InteropServices;
using Kb.Search.Index.Terms;
using Kb.Search.Query;

namespace Kb.Search.Ranking;

/// <summary>That a surface form says something about a term of the query.</summary>
/// <param name="Surface">Number of the form.</param>
/// <param name="Term">Number of the term in the plan.</param>
/// <param name="Likeness">What one occurrence counts.</param>
/// <param name="Next">The next mark of the form, 0 behind the last.</param>
internal readonly record struct SurfaceMark(int Surface, int Term, int Likeness, int Next);

/// <summary>
/// Which surface forms of a vocabulary say something about a query, and to which of its terms: found once for a search, so that a word of a
/// candidate costs one look into an array.
/// </summary>
internal sealed class SurfaceMarks
{
    private readonly int[] _first;
    private readonly List<SurfaceMark> _marks = new(1024) { default };

    /// <param name="vocabulary">The words of a segment.</param>
    /// <param name="plan">The query.</param>
    /// <param name="likes">The words of the segment that stand for its slots.</param>
    public SurfaceMarks(Vocabulary vocabulary, QueryPlan plan, List<LikeWord> likes)
    {
        _first = ZeroedPool<int>.Rent(vocabulary.Surfaces.Count);
        // Backwards: a list is entered at its end, so it is read in the order of the terms.
        for (var run = plan.Runs.Length - 1; run >= 0; run--)
        {
            if (vocabulary.Grams.TryFind(plan.Runs[run].Text, out var gram))
            {
                foreach (var surface in vocabulary.Grams.Surfaces(gram))
                {
                    Add(surface, plan.Slots.Length + run, LikeWord.Same);
                }
            }
        }

        for (var i = likes.Count - 1; i >= 0; i--)
        {
            Add(likes[i].Surface, likes[i].Slot, likes[i].Likeness);
        }
    }

    /// <summary>All marks; the first stands for none.</summary>
    public ReadOnlySpan<SurfaceMark> All => CollectionsMarshal.AsSpan(_marks);

    /// <summary>Index of the first mark of a form, 0 if it has none.</summary>
    public int First(int surface) => _first[surface];

    /// <summary>Gives the memory back.</summary>
    public void Clear()
    {
        foreach (var mark in All)
        {
            _first[mark.Surface] = 0;
        }

        ZeroedPool<int>.Return(_first);
    }

    private void Add(int surface, int term, int likeness)
    {
        _marks.Add(new SurfaceMark(surface, term, likeness, _first[surface]));
        _first[surface] = _marks.Count - 1;
    }
}
