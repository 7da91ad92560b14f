using System.Buffers;
using System.Runtime.CompilerServices;
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
    private const int FirstRoom = 4096;
    private readonly int[] _first;

    /// <summary>A bit for each form that has a mark: a thirtieth of the size of the other, so it stays near while all words of all candidates are asked for.</summary>
    private readonly ulong[] _any;
    private SurfaceMark[] _marks = ArrayPool<SurfaceMark>.Shared.Rent(FirstRoom);
    private int _count = 1;

    /// <param name="vocabulary">The words of a segment.</param>
    /// <param name="plan">The query.</param>
    /// <param name="segment">Number of the segment whose words they are.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Searches right after a start are searches too.
    public SurfaceMarks(Vocabulary vocabulary, QueryPlan plan, int segment)
    {
        _first = ZeroedPool<int>.Rent(vocabulary.Surfaces.Count);
        _any = ZeroedPool<ulong>.Rent((vocabulary.Surfaces.Count / 64) + 1);
        // Backwards: a list is entered at its end, so it is read in the order of the terms.
        AddWords(plan.Others[segment], plan.Terms);
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

        AddWords(plan.Likes[segment], firstTerm: 0);
    }

    /// <summary>All marks; the first stands for none.</summary>
    public ReadOnlySpan<SurfaceMark> All => _marks.AsSpan(0, _count);

    /// <summary>Index of the first mark of a form, 0 if it has none.</summary>
    public int First(int surface) => (_any[surface >> 6] & (1UL << (surface & 63))) == 0 ? 0 : _first[surface];

    /// <summary>Gives the memory back.</summary>
    public void Clear()
    {
        foreach (ref readonly var mark in All[1..])
        {
            _first[mark.Surface] = 0;
            _any[mark.Surface >> 6] = 0;
        }

        ZeroedPool<int>.Return(_first);
        ZeroedPool<ulong>.Return(_any);
        ArrayPool<SurfaceMark>.Shared.Return(_marks);
    }

    private void AddWords(List<LikeWord> words, int firstTerm)
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            Add(words[i].Surface, firstTerm + words[i].Slot, words[i].Likeness);
        }
    }

    private void Add(int surface, int term, int likeness)
    {
        if (_count == _marks.Length)
        {
            Grow();
        }

        _marks[_count] = new SurfaceMark(surface, term, likeness, _first[surface]);
        _any[surface >> 6] |= 1UL << (surface & 63);
        _first[surface] = _count++;
    }

    private void Grow()
    {
        var larger = ArrayPool<SurfaceMark>.Shared.Rent(_marks.Length * 2);
        All.CopyTo(larger);
        ArrayPool<SurfaceMark>.Shared.Return(_marks);
        _marks = larger;
    }
}
