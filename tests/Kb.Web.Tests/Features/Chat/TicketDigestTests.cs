using Kb.Content.Register;
using Kb.Desk.Conversations;
using Kb.Desk.Tickets;
using Kb.Web.Features.Chat;

namespace Kb.Web.Tests.Features.Chat;

public sealed class TicketDigestTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    [Fact]
    public void Tickets_are_told_with_status_and_deadline_and_their_titles_stay_words()
    {
        var digest = TicketDigest.Of("Вот ваши обращения.", [Ticket(12, "Где [чек](http://зло)?", null), Ticket(7, "Курс закрыт", At)], At, Moscow);

        Assert.Equal(
            """
            Вот ваши обращения.

            - № 12, Где \[чек\]\(http://зло\)?: открыт, ответим 24 ноября до 12:05 по Москве
            - № 7, Курс закрыт: закрыт
            """,
            digest);
    }

    [Fact]
    public void Without_tickets_the_way_to_one_is_told() => Assert.StartsWith("Обращений пока нет.", TicketDigest.Of("Вот ваши обращения.", [], At, Moscow), StringComparison.Ordinal);

    [Theory]
    [InlineData(false, 0, "ответим 24 ноября до 12:05 по Москве")] // Taken, but nobody has answered yet.
    [InlineData(true, 0, "решим 25 ноября до 12:00 по Москве")]
    [InlineData(false, 6, "отвечаем дольше обещанного, простите")]
    [InlineData(true, 1441, "решаем дольше обещанного, простите")]
    public void What_is_promised_is_what_is_still_owed_and_never_a_moment_that_has_passed(bool isAnswered, int minutesLater, string promise)
    {
        var ticket = Ticket(1, "Курс", null);
        ticket.Status = TicketStatus.InProgress;
        ticket.FirstRepliedAt = isAnswered ? At : null;
        ticket.NextDueAt = isAnswered ? ticket.ResolutionDueAt : ticket.FirstReplyDueAt;

        Assert.EndsWith($"в работе, {promise}", TicketDigest.Of("Вот.", [ticket], At.AddMinutes(minutesLater), Moscow), StringComparison.Ordinal);
    }

    private static Ticket Ticket(long number, string title, DateTimeOffset? closedAt)
    {
        var at = At;
        return new Ticket
        {
            Id = new($"t{number}"),
            Number = number,
            ConversationId = new("c"),
            Line = 1,
            ServiceClass = ServiceClass.Today,
            Title = title,
            Status = closedAt is null ? TicketStatus.Open : TicketStatus.Closed,
            ClosedAt = closedAt,
            Handoff = new HandoffPacket("", [], [], null),
            LastAuthor = MessageAuthor.Student,
            LastAt = at,
            CreatedAt = at,
            FirstReplyDueAt = at.AddMinutes(5),
            ResolutionDueAt = at.AddHours(24),
            NextDueAt = at.AddMinutes(5),
        };
    }
}
