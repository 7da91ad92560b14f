using Kb.Search.Index;

namespace Kb.Search.Ranking;

/// <summary>Finds the words of a vocabulary that are other words for those of a query, by the thesaurus: «загрузить» for «скачать».</summary>
internal static class OtherWords
{
    /// <summary>All that stand for one slot, in a fixed order. What the base itself says of a word is enough: then there are none.</summary>
    /// <remarks>
    /// A word that is more common than the one it stands for is worth less by as much: nobody who looks for «скриншот» is served by every «снимок». Without
    /// this, the rarest words of a query would come to weigh most where the documents do not have them.
    /// </remarks>
    /// <param name="index">The index.</param>
    /// <param name="segment">Whose words are looked for.</param>
    /// <param name="slot">The word of the query.</param>
    /// <param name="number">Its index.</param>
    /// <param name="rarity">Its idf.</param>
    /// <param name="others">Where they are added.</param>
    public static void Collect(IndexState index, int segment, QuerySlot slot, int number, double rarity, List<LikeWord> others)
    {
        var (worth, vocabulary) = (index.Options.Ranking.SynonymLikeness, index.Segments[segment].Segment.Vocabulary);
        if (worth == 0 || !slot.Variants.IsEmpty)
        {
            return;
        }

        foreach (var (stem, weight) in index.Options.Thesaurus.For(slot.Stem))
        {
            if (vocabulary.Stems.TryFind(stem, out var known))
            {
                var share = Math.Min(1, Bm25.Idf(index.Count, index.StemFrequency(stem)) / rarity);
                var likeness = LikeWord.Parts(worth * weight * share);
                foreach (var form in vocabulary.FormsOf(known))
                {
                    others.Add(new LikeWord(form, number, likeness));
                }
            }
        }
    }
}
