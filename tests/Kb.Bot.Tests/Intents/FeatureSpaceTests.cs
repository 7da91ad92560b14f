using System.Numerics;
using Kb.Bot.Intents.Features;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Intents;

public sealed class FeatureSpaceTests
{
    private static readonly FeatureSpace Space = FeatureSpace.Build(
        [.. new[] { "код не пришёл", "код не подходит", "верните деньги" }.Select(Utterance.Read)], [0, 0, 1], minPhrases: 2);

    [Fact]
    public void A_pair_is_a_feature_where_two_phrases_hold_it()
    {
        Assert.Equal(1, Pairs("код не пришёл"));
        Assert.Equal(0, Pairs("верните деньги"));
    }

    [Fact]
    public void A_word_of_one_phrase_is_a_feature_as_written_and_as_a_stem() =>
        Assert.Equal(2, Space.Vectorize(Utterance.Read("деньги")).Ids.Length);

    [Fact]
    public void What_one_phrase_alone_holds_makes_its_vector_shorter()
    {
        var (shared, rare) = (Space.Vectorize(Utterance.Read("код не")), Space.Vectorize(Utterance.Read("верните деньги")));

        Assert.InRange(Length(rare), 0.1, Length(shared) - 0.1);
    }

    [Fact]
    public void A_word_said_three_times_weighs_as_much_as_one_said_once()
    {
        var (once, often) = (Space.Vectorize(Utterance.Read("верните деньги")), Space.Vectorize(Utterance.Read("верните деньги деньги деньги")));

        // Words as written come first; pairs and letters have lengths of their own.
        Assert.Equal(once.Ids[..2], often.Ids[..2]);
        Assert.Equal(once.Values[..2], often.Values[..2]);
    }

    [Fact]
    public void Every_gram_is_found_under_its_number_and_no_other_is()
    {
        var random = new Random(7);
        // Many that begin a search in the same place of the table, and 0, which is a hash as good as any.
        ulong[] grams = [0, .. Enumerable.Range(1, 500).Select(i => ((ulong)random.NextInt64() << 10) + (uint)(i % 3))];
        var table = new FeatureTable(grams, [.. grams.Select((_, id) => id + 0.5f)]);

        for (var id = 0; id < grams.Length; id++)
        {
            Assert.True(table.TryFind(grams[id], out var found, out var weight));
            Assert.Equal((id, id + 0.5f), (found, weight));
            Assert.False(table.TryFind(grams[id] ^ (1ul << 9), out _, out _));
        }
    }

    [Fact]
    public void Of_two_words_as_common_that_of_one_intent_weighs_more()
    {
        var space = FeatureSpace.Build([.. new[] { "верните деньги", "курс", "верните", "курс деньги" }.Select(Utterance.Read)], [0, 1, 0, 0], minPhrases: 2);

        // Beside a word that nobody knows, the only one known has the share of its own weight.
        Assert.InRange(Beside("курс"), 0.1, Beside("верните") - 0.03);

        float Beside(string word) => space.Vectorize(Utterance.Read(word + " щебень")).Values[0];
    }

    private static int Pairs(string text) => Space.Vectorize(Utterance.Read(text)).Words.Count(words => BitOperations.PopCount(words) == 2);

    private static double Length(SparseVector vector) => Math.Sqrt(vector.Values.Sum(value => value * value));
}
