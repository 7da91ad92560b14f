using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Intents;

namespace Kb.Bot.Tests.Answers;

public sealed class JointGuessTests
{
    private static readonly ImmutableArray<ScoredIntent> Torn = [new("refund-request", 0.45), new("refund-status", 0.4), new("receipt", 0.05)];

    private readonly JointGuess _joint = new(new AnswerOptions(), [.. Torn.Select(guess => guess.Intent), .. Enumerable.Range(0, 15).Select(i => $"k{i:00}")]);

    [Fact]
    public void Where_the_classifier_is_torn_search_decides()
    {
        var ranking = _joint.Of(Torn, [new("refund-status", 1), new("refund-request", 0.5)]);

        Assert.Equal("refund-status", ranking[0].Intent);
        Assert.True(ranking[0].Confidence > 0.6);
    }

    [Fact]
    public void One_article_found_first_does_not_outweigh_a_guess_that_is_sure()
    {
        var ranking = _joint.Of([new("refund-request", 0.98), new("receipt", 0.001)], [new("receipt", 1), new("refund-request", 0.6)]);

        Assert.Equal("refund-request", ranking[0].Intent);
    }

    [Fact]
    public void With_nothing_found_the_word_of_the_classifier_stands() => Assert.Equal(Torn, _joint.Of(Torn, []));

    [Fact]
    public void What_is_not_ours_stays_so_although_search_always_finds_something()
    {
        var ranking = _joint.Of([new("receipt", 0.04), new("refund-status", 0.02)], [new("receipt", 1)]);

        Assert.True(ranking[0].Confidence < 0.3);
    }

    [Fact]
    public void A_turn_of_talk_has_no_article_to_lose_by()
    {
        var ranking = _joint.Of([new("thanks", 0.7), new("receipt", 0.1)], [new("receipt", 1)]);

        Assert.Equal("thanks", ranking[0].Intent);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(22)]
    public void Confidences_stay_probabilities_best_first_and_no_intent_is_lost(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var weights = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Math.Pow(random.NextDouble(), 8)).ToArray();
            var total = weights.Sum() + random.NextDouble();
            var ranking = weights.Select((weight, i) => new ScoredIntent($"k{i:00}", weight / total)).OrderByDescending(guess => guess.Confidence).ToImmutableArray();
            var found = ranking.Where(_ => random.Next(3) == 0).Select(guess => new FoundKind(guess.Intent, random.NextDouble())).ToImmutableArray();

            var joined = _joint.Of(ranking, found);

            Assert.Equal(ranking.Select(guess => guess.Intent).Order(), joined.Select(guess => guess.Intent).Order());
            Assert.Equal(joined.OrderByDescending(guess => guess.Confidence).Select(guess => guess.Confidence), joined.Select(guess => guess.Confidence));
            Assert.All(joined, guess => Assert.InRange(guess.Confidence, 0, 1));
            Assert.True(joined.Sum(guess => guess.Confidence) <= 1 + 1e-9);
        }
    }
}
