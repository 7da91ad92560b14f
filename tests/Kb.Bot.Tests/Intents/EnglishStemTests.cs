using Kb.Bot.Intents.Features;

namespace Kb.Bot.Tests.Intents;

public sealed class EnglishStemTests
{
    [Theory]
    [InlineData("cards payments countries", "card payment countr")]
    [InlineData("charge charged charging charges", "charg charg charg charg")]
    [InlineData("planned called passes status", "plan call pass status")]
    [InlineData("bring need app git zoom a", "bring need app git zoom a")]
    public void Forms_of_a_word_have_one_stem_and_short_words_stay(string words, string stems) =>
        Assert.Equal(stems, string.Join(' ', words.Split(' ').Select(word => EnglishStem.Of(word).ToString())));
}
