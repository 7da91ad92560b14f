using System.Globalization;

namespace Kb.Content.Tests.Lint.Wordings;

public sealed class EnoughTests
{
    [Fact]
    public void Near_duplicates_count_once_and_patterns_not_at_all()
    {
        var phrases = Phrases(39).Append("где забрать бумагу").Append("бумагу забрать где").Append("где зобрать бумагу").ToList();

        Assert.DoesNotContain(Few(phrases), message => message.Contains("certificate-get", StringComparison.Ordinal));

        phrases.RemoveAt(0);
        Assert.Contains("разных фраз: 39,", Assert.Single(Few(phrases), message => message.Contains("certificate-get", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_without_phrases_or_articles_is_named_in_the_register()
    {
        Assert.Contains("разных фраз: 0,", Assert.Single(Few(Phrases(40)), message => message.Contains("certificate-name", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("certificate-name", Assert.Single(LintedFolder.Findings("kind-empty")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_half_needs_four_questions_of_a_kind_once_there_are_any()
    {
        const string Four = "[один вопрос, второй такой, третий совсем, четвёртый ещё]";

        Assert.Empty(LintedFolder.Findings("golden-few"));
        Assert.Equal(
            ["У вида «certificate-name» контрольных вопросов: 3 + 4, нужно 4 + 4."],
            LintedFolder.Findings(
                "golden-few",
                ("golden/dev/documents.yaml", $"certificate-get: {Four}\ncertificate-name: [раз, два, три]"),
                ("golden/gate/documents.yaml", $"certificate-get: {Four}\ncertificate-name: {Four}")).Select(finding => finding.Message));
    }

    /// <summary>Phrases of words that are more than a slip apart.</summary>
    private static IEnumerable<string> Phrases(int count) =>
        Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"сертификат номер {number + 100}"));

    private static IEnumerable<string> Few(IEnumerable<string> phrases) =>
        LintedFolder.Findings("phrases-few", ("phrases/documents.yaml", $"certificate-get:\n  phrases: [{string.Join(", ", phrases)}]\n  patterns: ['(а|б|в|г) шаблон']")).Select(finding => finding.Message);
}
