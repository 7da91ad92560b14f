using Kb.Desk.Tickets;

namespace Kb.Desk.Tests.Tickets;

public sealed class TicketTitleTests
{
    [Theory]
    [InlineData("  Где чек?\nОплатил вчера", "Оплата", "Где чек?")]
    [InlineData("", "Чек об оплате", "Чек об оплате")]
    [InlineData(" \n ", null, "Вопрос оператору")]
    public void A_question_becomes_one_line(string question, string? kind, string expected) =>
        Assert.Equal(expected, TicketTitle.From(question, kind));

    [Fact]
    public void A_long_question_is_cut_at_a_word()
    {
        var title = TicketTitle.From(string.Join(' ', Enumerable.Repeat("сертификат", 20)), null);

        Assert.Equal(string.Join(' ', Enumerable.Repeat("сертификат", 9)) + "…", title);
    }

    [Fact]
    public void A_long_question_without_spaces_is_never_cut_inside_a_character()
    {
        for (var shift = 0; shift < 2; shift++)
        {
            var title = TicketTitle.From(new string('я', shift) + string.Concat(Enumerable.Repeat("👍", 80)), null);

            Assert.True(title.Length <= TicketTitle.MaxLength);
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(title)));
        }
    }
}
