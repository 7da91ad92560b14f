using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Tests.Samples;

namespace Kb.Bot.Tests.Answers;

/// <summary>What an editor taught is read so, whatever a model makes of it.</summary>
public sealed class LearnedPhrasesTests
{
    private const string Taught = "вебинар не нужен, дайте сертификат";

    [Theory]
    [InlineData(Taught)]
    [InlineData("Вебинар не нужен — дайте сертификат!!!")]
    public void A_phrase_that_was_taught_is_read_as_taught(string message)
    {
        var classified = Bot(("certificate-get", [Taught])).Classify(message, SampleBot.Context());

        Assert.Equal(("answer", "certificate-get", 0.99), (classified.Decision, classified.Kind, classified.Confidence));
    }

    [Fact]
    public void Another_message_is_left_to_the_model() =>
        Assert.Equal("webinar-link", Bot(("certificate-get", [Taught])).Classify("вебинар нужен, дайте сертификат", SampleBot.Context()).Kind);

    [Fact]
    public void What_two_kinds_were_taught_decides_nothing() =>
        Assert.Equal("webinar-link", Bot(("certificate-get", [Taught]), ("refund-terms", [Taught])).Classify(Taught, SampleBot.Context()).Kind);

    [Fact]
    public void A_call_for_a_person_is_heard_whatever_was_taught() =>
        Assert.Equal("operator", Bot(("certificate-get", ["позовите оператора"])).Classify("позовите оператора", SampleBot.Context()).Kind);

    [Fact]
    public void A_cry_for_help_is_heard_whatever_was_taught() =>
        Assert.Equal("handoff", Bot(("certificate-get", ["не хочу больше жить"])).Classify("не хочу больше жить", SampleBot.Context()).Decision);

    [Fact]
    public void The_explanation_says_that_it_was_taught()
    {
        var explanation = Bot(("certificate-get", [Taught])).Explain(Taught, SampleBot.Context());

        Assert.Equal("learned", Assert.Single(explanation.Checks).Id);
    }

    private static SupportBot Bot(params (string Kind, ImmutableArray<string> Phrases)[] taught)
    {
        var knowledge = SampleBase.Knowledge;
        var phrases = knowledge.Phrases with { Intents = taught.ToFrozenDictionary(entry => entry.Kind, entry => entry.Phrases) };
        return SupportBot.Create(knowledge with { Phrases = phrases }, new ScriptedClassifier(("webinar-link", 0.98)), new AnswerOptions());
    }
}
