using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Kb.Search.Analysis;
using Kb.Search.Index.Terms;

namespace Kb.Search.Ranking;

/// <summary>A word of the index that stands for a word of the query.</summary>
/// <param name="Surface">Its number in the vocabulary of the segment.</param>
/// <param name="Slot">Index of the query's word.</param>
/// <param name="Likeness">What one occurrence counts: <see cref="Same"/> for the word as typed, less for others.</param>
internal readonly record struct LikeWord(int Surface, int Slot, int Likeness)
{
    /// <summary>The likeness of a word with itself: likenesses are whole, so that sums of them do not depend on their order.</summary>
    public const int Same = 1024;

    /// <summary>A likeness in [0, 1] in whole parts.</summary>
    public static int Parts(double likeness) => (int)(likeness * Same);
}

/// <summary>
/// Finds the words of a vocabulary that stand for the words of a query: the same form, other forms of the same stem, and words of the same beginning that
/// are spelled alike (mostly of the same root: «оплата», «оплатить», «оплаченный»). Exact &gt; form &gt; related.
/// </summary>
internal static class LikeWords
{
    /// <summary>Whatever its spelling, another form is not the one that was typed.</summary>
    private const double MostOfForms = 0.95;

    /// <summary>All that stand for one slot, in a fixed order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // Searches right after a start are searches too.
    public static void Collect(Vocabulary vocabulary, RankingOptions options, QuerySlot slot, int number, List<LikeWord> likes)
    {
        if (vocabulary.Surfaces.TryFind(slot.Surface, out var exact))
        {
            likes.Add(new LikeWord(exact, number, LikeWord.Same));
        }
        else
        {
            exact = -1;
        }

        var forms = vocabulary.Stems.TryFind(slot.Stem, out var stem) ? vocabulary.FormsOf(stem) : [];
        if (!slot.MayBeMisspelt)
        {
            AddForms(vocabulary, options, forms, exact, number, likes);
            return;
        }

        var alike = new WordLikeness(slot.Surface, stackalloc ulong[(WordLikeness.MaxRuns * 2) + 1], stackalloc byte[WordLikeness.Places]);
        foreach (var form in forms)
        {
            var cosine = form == exact ? 0 : alike.CosineWith(vocabulary.Surfaces[form]);
            AddUnlessExact(form, options.FormLikeness + ((MostOfForms - options.FormLikeness) * cosine * cosine));
        }

        var beginners = vocabulary.Beginnings.Like(slot.Surface, stackalloc char[TermBuffer.MaxLength]);
        while (beginners.MoveNext())
        {
            // Compared even where the result is not asked for: the next word is compared from where this one ends.
            var cosine = alike.CosineWith(beginners.Word, beginners.Shared);
            var mayBecome = slot.IsUnfinished && beginners.Word.StartsWith(slot.Surface);
            var isRelated = cosine >= options.LeastCosine && beginners.Word.StartsWith(slot.Surface.AsSpan(0, BeginningTable.Letters));
            if ((mayBecome || isRelated) && !forms.Contains(beginners.Surface))
            {
                AddUnlessExact(beginners.Surface, mayBecome ? options.FormLikeness : Math.Min(options.RelatedLikeness, cosine * cosine));
            }
        }

        void AddUnlessExact(int surface, double likeness)
        {
            if (surface != exact)
            {
                likes.Add(new LikeWord(surface, number, LikeWord.Parts(likeness)));
            }
        }
    }

    /// <summary>All that stand for the variants of a slot and not, more alike, for the slot itself.</summary>
    /// <param name="vocabulary">The words of a segment.</param>
    /// <param name="options">Weights.</param>
    /// <param name="slot">The word of the query.</param>
    /// <param name="number">Its index.</param>
    /// <param name="likes">What was found so far.</param>
    /// <param name="first">Where in it those of the slot begin.</param>
    public static void CollectVariants(Vocabulary vocabulary, RankingOptions options, QuerySlot slot, int number, List<LikeWord> likes, int first)
    {
        if (slot.Variants.IsEmpty)
        {
            return;
        }

        var found = new List<LikeWord>();
        foreach (var variant in slot.Variants)
        {
            var before = found.Count;
            Collect(vocabulary, options, slot.As(variant), number, found);
            foreach (ref var like in CollectionsMarshal.AsSpan(found)[before..])
            {
                like = like with { Likeness = LikeWord.Parts((double)like.Likeness / LikeWord.Same * variant.Weight) };
            }
        }

        found.AddRange(CollectionsMarshal.AsSpan(likes)[first..]);
        likes.RemoveRange(first, likes.Count - first);
        likes.AddRange(found
            .GroupBy(like => like.Surface)
            .Select(group => group.MaxBy(like => like.Likeness))
            .OrderBy(like => like.Surface));
    }

    private static void AddForms(
        Vocabulary vocabulary, RankingOptions options, ReadOnlySpan<int> forms, int exact, int number, List<LikeWord> likes)
    {
        foreach (var form in forms)
        {
            if (form != exact)
            {
                likes.Add(new LikeWord(form, number, LikeWord.Parts(options.FormLikeness)));
            }
        }
    }
}
