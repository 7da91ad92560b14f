using Kb.Bot.Intents;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Intents;

/// <summary>What every classifier owes the bot, whatever engine is behind it.</summary>
public abstract class IntentClassifierContract
{
    private static readonly string[] Messages = ["как скачать сертификат", "не могу войти", "рецепт борща", "", "😀", "Σ ß ﷺ \ud800", new string('ж', 5_000), "да"];

    /// <summary>A classifier trained on phrases of at least five intents.</summary>
    protected abstract IIntentClassifier Create();

    [Fact]
    public void Intents_are_distinct_and_ascend() =>
        Assert.Equal(Create().Intents.Distinct().Order(StringComparer.Ordinal), Create().Intents);

    [Fact]
    public void Any_message_gives_a_ranking_of_known_intents_best_first()
    {
        var classifier = Create();
        foreach (var message in Messages)
        {
            var ranking = classifier.Rank(Utterance.Read(message), 5);

            Assert.Equal(5, ranking.Length);
            Assert.Equal(ranking.OrderByDescending(guess => guess.Confidence).ThenBy(guess => guess.Intent, StringComparer.Ordinal), ranking);
            Assert.All(ranking, guess => Assert.Contains(guess.Intent, classifier.Intents));
            Assert.All(ranking, guess => Assert.InRange(guess.Confidence, 0, 1));
        }
    }

    [Fact]
    public void Confidences_sum_to_one_at_most()
    {
        var classifier = Create();
        foreach (var message in Messages)
        {
            Assert.InRange(classifier.Rank(Utterance.Read(message), classifier.Intents.Length).Sum(guess => guess.Confidence), 0, 1.0001);
        }
    }

    [Fact]
    public void A_shorter_ranking_is_the_beginning_of_a_longer_one()
    {
        var classifier = Create();
        var utterance = Utterance.Read("где сертификат");

        Assert.Equal(classifier.Rank(utterance, 5).Take(2), classifier.Rank(utterance, 2).AsEnumerable());
    }

    [Fact]
    public void Many_threads_get_what_one_gets()
    {
        var classifier = Create();
        var utterances = Enumerable.Range(0, 400).Select(i => Utterance.Read(Messages[i % Messages.Length])).ToArray();
        var alone = utterances.Select(utterance => classifier.Rank(utterance, 3).ToArray()).ToArray();

        var together = new ScoredIntent[utterances.Length][];
        Parallel.For(0, utterances.Length, i => together[i] = [.. classifier.Rank(utterances[i], 3)]);

        Assert.All(alone.Zip(together), pair => Assert.Equal(pair.First, pair.Second));
    }
}
