using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Understanding;

public sealed class UtteranceTests
{
    [Theory]
    [InlineData("  Как   вернуть\r\n\tёлку? ", "Как вернуть ёлку?", "как вернуть елку?")]
    [InlineData("и\u0306од", "йод", "йод")]
    [InlineData("за\u0301мок", "замок", "замок")]
    [InlineData("опе\u200Bра\u00ADтор", "оператор", "оператор")]
    [InlineData("a\0b\u0007c", "a b c", "a b c")]
    [InlineData("", "", "")]
    public void Read_cleans_the_text_and_folds_it_for_matching(string raw, string text, string folded)
    {
        var utterance = Utterance.Read(raw);

        Assert.Equal(text, utterance.Text);
        Assert.Equal(folded, utterance.Folded);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?!…", true)]
    [InlineData("😀👍", true)]
    [InlineData("т| пc«‹", true)]
    [InlineData("лк {} д", true)]
    [InlineData("IMG_20261102.jpg", true)]
    [InlineData("дз 2 final.pdf", false)]
    [InlineData("2", false)]
    [InlineData("дз", false)]
    [InlineData("5", false)]
    [InlineData("да", false)]
    public void A_message_without_letters_and_digits_is_empty(string raw, bool empty) => Assert.Equal(empty, Utterance.Read(raw).IsEmpty);

    [Fact]
    public void Only_the_beginning_of_a_long_message_is_read() =>
        Assert.Equal(Utterance.MaxLength, Utterance.Read(new string('ж', 10_000)).Text.Length);

    [Fact]
    public void Any_utf_16_is_read_without_an_exception()
    {
        var random = new Random(41);
        for (var i = 0; i < 2_000; i++)
        {
            var raw = string.Create(random.Next(40), random, static (span, random) =>
            {
                foreach (ref var character in span)
                {
                    character = (char)random.Next(char.MaxValue + 1);
                }
            });

            var utterance = Utterance.Read(raw);

            Assert.DoesNotContain("  ", utterance.Text, StringComparison.Ordinal);
            Assert.True(utterance.Text.IsNormalized());
        }
    }
}
