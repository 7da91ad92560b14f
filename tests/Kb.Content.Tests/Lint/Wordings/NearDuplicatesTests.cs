using Kb.Content.Lint;
using Kb.Content.Lint.Wordings;

namespace Kb.Content.Tests.Lint.Wordings;

/// <summary>Near-duplicates as the rules on phrases and golden questions see them.</summary>
public sealed class NearDuplicatesTests
{
    [Theory]
    [InlineData("как скачать сертификат", "Как скачать сертификат?!")]
    [InlineData("как скачать сертификат", "сертификат скачать как")]
    [InlineData("как скачать сертификат", "как скочать сертификат")] // a wrong letter
    [InlineData("как скачать сертификат", "как скачать сертифкат")] // a missing one
    [InlineData("как скачать сертификат", "как скачать сертификатт")] // one too many
    [InlineData("как скачать сертификат", "сертифиакт как скачать")] // two swapped, and the order
    [InlineData("не могу войти", "немогу войти")] // a space
    [InlineData("где мой счёт", "где мой счет")]
    public void Nearly_the_same_words_under_two_kinds_are_named(string first, string second)
    {
        var findings = Under(first, second);

        Assert.Equal(("phrases/second.yaml", 1), Assert.Single(findings.Select(finding => (finding.File, finding.Line))));
    }

    [Theory]
    [InlineData("не могу зайти", "не могу выйти")] // two letters
    [InlineData("как скочать сертификат", "как скачать сертифкат")] // a slip in each of two words
    [InlineData("курс 1", "курс 2")] // digits
    [InlineData("да", "на")] // short words
    [InlineData("где сертификат", "где мой сертификат")] // a word more
    [InlineData("скачать сертификат сертификат", "скачать скачать сертификат")] // other counts
    [InlineData("😀", "😡")] // says nothing
    public void Other_words_are_left_alone(string first, string second) => Assert.Empty(Under(first, second));

    [Fact]
    public void What_patterns_give_is_compared_word_for_word_only()
    {
        Assert.Empty(Under("как взять сертифкат", "прочее"));
        Assert.Equal("phrase-twice", Assert.Single(Under("как взять сертификат", "прочее")).Rule);
    }

    [Fact]
    public void Random_phrases_are_near_themselves_shuffled_and_with_one_slip()
    {
        var random = new Random(20261122);
        const string Letters = "абвгдежзиклмнопрст";
        for (var round = 0; round < 200; round++)
        {
            string Word() => new([.. Enumerable.Range(0, random.Next(5, 9)).Select(_ => Letters[random.Next(Letters.Length)])]);
            var words = Enumerable.Range(0, random.Next(1, 6)).Select(_ => Word()).ToArray();
            var phrase = string.Join(' ', words);
            var at = random.Next(words.Length);
            words[at] = words[at].Remove(random.Next(words[at].Length), 1);
            random.Shuffle(words);

            var index = new NearDuplicates<int>();
            index.Add(new PhraseForm(phrase), round);
            Assert.Equal([round], index.Near(new PhraseForm(string.Join(' ', words))));
        }
    }

    private static List<ContentFinding> Under(string first, string second)
    {
        (string, string)[] files =
        [
            ("phrases/documents.yaml", "certificate-name: {patterns: ['как взять сертификат']}"),
            ("phrases/first.yaml", $"certificate-get: {{phrases: ['{first}']}}"),
            ("phrases/second.yaml", $"certificate-name: {{phrases: ['{second}']}}"),
        ];
        return [.. LintedFolder.Findings("phrase-near", files), .. LintedFolder.Findings("phrase-twice", files)];
    }
}
