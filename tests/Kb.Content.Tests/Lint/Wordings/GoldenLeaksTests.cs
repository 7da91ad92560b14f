using Kb.Content.Lint;
using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Lint.Wordings;

public sealed class GoldenLeaksTests
{
    [Theory]
    [InlineData("как скачать сертификат")]
    [InlineData("сертификат скачать как?")]
    [InlineData("как скачать сертифкат")]
    public void A_question_that_the_bot_was_taught_almost_word_for_word_is_named(string question)
    {
        var finding = Assert.Single(LintedFolder.Findings("golden-leak", ("golden/gate/documents.yaml", $"certificate-get: ['{question}']")));

        Assert.Equal((FindingSeverity.Warning, "golden/gate/documents.yaml", 1), (finding.Severity, finding.File, finding.Line));
        Assert.Contains("phrases/documents.yaml:2", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("certificate-get", "как скачать мой сертификат")] // a word more
    [InlineData("certificate-get", "👍")] // says nothing
    [InlineData("greeting", "как скачать сертификат")] // small talk has few wordings
    public void New_questions_and_small_talk_are_left_alone(string intent, string question) =>
        Assert.Empty(LintedFolder.Findings("golden-leak", ("golden/gate/documents.yaml", $"{intent}: ['{question}']")));

    [Fact]
    public void A_question_of_both_halves_is_named_even_when_one_letter_differs() =>
        Assert.Single(LintedFolder.Findings(
            "golden-twice",
            ("golden/dev/documents.yaml", "certificate-get: [зелёная галочка, красная галочка]"),
            ("golden/gate/documents.yaml", "certificate-get: [галочка зелоная, синяя галочка]")));

    [Fact]
    public void What_a_pattern_gives_nearly_as_a_question_is_not_learnt_from()
    {
        using var folder = new TestFolder();
        folder.Write("golden/gate/documents.yaml", "certificate-get: [сертифекат где взять]");

        var phrases = folder.Load().Base!.Phrases.Intents["certificate-get"];

        Assert.DoesNotContain("где взять сертификат", phrases);
        Assert.Contains("где мне взять сертификат", phrases);
    }
}
