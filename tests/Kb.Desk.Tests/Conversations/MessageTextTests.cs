using Kb.Desk.Conversations;

namespace Kb.Desk.Tests.Conversations;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("  Где мой чек?\r\n\r\n", "Где мой чек?")]
    [InlineData("первая\r\nвторая\rтретья", "первая\nвторая\nтретья")]
    [InlineData("нуль\0внутри", "нуль\uFFFDвнутри")]
    [InlineData("звонок\u0007и\u001bescape", "звонок\uFFFDи\uFFFDescape")]
    [InlineData("целая 👍 пара", "целая 👍 пара")]
    [InlineData("?", "?")]
    public void What_was_typed_reads(string typed, string expected) =>
        Assert.Equal(expected, Assert.IsType<MessageText.Accepted>(MessageText.Read(typed)).Text);

    // Not a theory: metadata cannot hold half a pair.
    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal(new MessageText.Accepted("половина \uFFFD пары"), MessageText.Read("половина \ud83d пары"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u200b\u2060\ufeff")]
    [InlineData("\0\0\0")]
    public void What_nobody_could_see_is_empty(string? typed) => Assert.IsType<MessageText.Empty>(MessageText.Read(typed));

    [Theory]
    [InlineData(4_000, true)]
    [InlineData(4_001, false)]
    [InlineData(10_000_000, false)]
    public void The_length_has_a_limit(int length, bool fits) =>
        Assert.Equal(fits, MessageText.Read(new string('ы', length)) is MessageText.Accepted);

    [Fact]
    public void Any_input_is_read_without_an_error_into_text_that_a_database_and_JSON_can_hold()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 2_000; round++)
        {
            var typed = string.Create(random.Next(0, 50), random, (span, source) =>
            {
                foreach (ref var unit in span)
                {
                    unit = (char)(source.Next(4) == 0 ? source.Next(0xD800, 0xE000) : source.Next(0, 0x500));
                }
            });

            if (MessageText.Read(typed) is MessageText.Accepted(var text))
            {
                Assert.DoesNotContain('\0', text);
                Assert.Equal(text, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)));
            }
        }
    }
}
