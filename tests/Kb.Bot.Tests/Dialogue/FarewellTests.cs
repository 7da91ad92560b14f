using Kb.Bot.Tests.Samples;

namespace Kb.Bot.Tests.Dialogue;

public sealed class FarewellTests
{
    [Theory]
    [InlineData("спасибо", true)]
    [InlineData("👍", true)]
    [InlineData("спасибо, а где мой сертификат?", false)]
    [InlineData("сертификата всё нет", false)]
    [InlineData("нет, не помогло", false)]
    [InlineData("", false)]
    public void A_last_word_asks_for_nothing(string message, bool expected) => Assert.Equal(expected, SampleBot.Create().IsFarewell(message));

    [Theory]
    [InlineData("не хочу больше жить", true)]
    [InlineData("не хочу жить без вашего курса", false)]
    [InlineData("где сертификат", false)]
    public void A_cry_for_help_is_answered_even_where_people_have_the_talk(string message, bool expected) => Assert.Equal(expected, SampleBot.Create().Comfort(message) is not null);
}
