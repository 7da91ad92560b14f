using Kb.Content.Phrases;

namespace Kb.Content.Tests.Phrases;

public sealed class PhrasePatternTests
{
    [Theory]
    [InlineData("сертификат", "сертификат")]
    [InlineData("(как|где) сертификат", "как сертификат;где сертификат")]
    [InlineData("[мне] нужен чек", "мне нужен чек;нужен чек")]
    [InlineData("(не могу|не получается) (войти|зайти [в лк])", "не могу войти;не могу зайти в лк;не могу зайти;не получается войти;не получается зайти в лк;не получается зайти")]
    [InlineData("а|б", "а;б")]
    [InlineData("[а]", "а")]
    [InlineData("", "")]
    public void Expand_gives_every_combination_once(string pattern, string phrases) =>
        Assert.Equal(phrases, string.Join(';', PhrasePattern.Expand(pattern)));

    [Theory]
    [InlineData("(как")]
    [InlineData("как)")]
    [InlineData("[как)")]
    [InlineData("((((((((((а))))))))))")]
    [InlineData("(а|б|в|г|д|е|ж|з|и|к)(а|б|в|г|д|е|ж|з|и|к)(а|б|в|г|д|е|ж|з|и|к)")]
    public void A_broken_or_boundless_pattern_is_refused_in_Russian(string pattern) =>
        Assert.Matches("[а-я]", Assert.Throws<FormatException>(() => PhrasePattern.Expand(pattern)).Message);
}
