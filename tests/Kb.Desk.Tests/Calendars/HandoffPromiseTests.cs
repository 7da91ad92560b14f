using System.Collections.Immutable;
using System.Globalization;
using Kb.Content.Register;
using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Tickets;

namespace Kb.Desk.Tests.Calendars;

public sealed class HandoffPromiseTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    private static readonly WorkingCalendar Weekdays = new CalendarOptions
    {
        Week = Enumerable.Range(1, 5).ToDictionary(day => ((DayOfWeek)day).ToString(), _ => new[] { "9:00-18:00" }),
        Exceptions = new() { ["2026-11-04"] = [], ["2026-12-31"] = ["10:00-15:00"], ["2027-01-01"] = [] },
    }.ToCalendar();

    // 24 November 2026 is a Tuesday.
    [Theory]
    [InlineData("2026-11-24 12:00", 0, "Ответим в течение 5 минут.")]
    [InlineData("2026-11-24 12:00", 1, "Перед вами 1 вопрос, ответим до 12:10 по Москве.")]
    [InlineData("2026-11-24 12:01", 2, "Перед вами 2 вопроса, ответим до 12:20 по Москве.")]
    [InlineData("2026-11-24 12:00", 5, "Перед вами 5 вопросов, ответим до 12:30 по Москве.")]
    [InlineData("2026-11-24 12:00", 11, "Перед вами 11 вопросов, ответим до 13:00 по Москве.")]
    [InlineData("2026-11-24 12:00", 21, "Перед вами 21 вопрос, ответим до 13:50 по Москве.")]
    [InlineData("2026-11-24 17:50", 3, "Перед вами 3 вопроса, ответим завтра, в среду 25 ноября, до 9:10 по Москве.")]
    [InlineData("2026-11-24 17:58", 0, "Ответим завтра, в среду 25 ноября, до 9:05 по Москве.")]
    [InlineData("2026-11-24 18:00", 0, "Сейчас специалисты не работают. Ответим завтра, в среду 25 ноября, до 9:05 по Москве.")]
    [InlineData("2026-11-24 23:30", 7, "Сейчас специалисты не работают. Ответим завтра, в среду 25 ноября, до 9:40 по Москве.")]
    [InlineData("2026-11-25 03:00", 0, "Сейчас специалисты не работают. Ответим сегодня до 9:05 по Москве.")]
    [InlineData("2026-11-27 20:00", 0, "Сейчас специалисты не работают. Ответим в понедельник 30 ноября, до 9:05 по Москве.")]
    [InlineData("2026-11-23 19:00", 0, "Сейчас специалисты не работают. Ответим завтра, во вторник 24 ноября, до 9:05 по Москве.")]
    [InlineData("2026-11-03 19:00", 0, "Сейчас специалисты не работают. Ответим в четверг 5 ноября, до 9:05 по Москве.")]
    [InlineData("2026-12-30 19:00", 0, "Сейчас специалисты не работают. Ответим завтра, в четверг 31 декабря, до 10:05 по Москве.")]
    [InlineData("2026-12-31 16:00", 0, "Сейчас специалисты не работают. Ответим в понедельник 4 января, до 9:05 по Москве.")]
    [InlineData("2027-05-07 19:00", 0, "Сейчас специалисты не работают. Ответим в понедельник 10 мая, до 9:05 по Москве.")]
    public void A_promise_reads(string now, int ahead, string expected) =>
        Assert.Equal(expected, HandoffPromise.Make(Weekdays, At(now), ahead).Text);

    [Theory]
    [InlineData("2026-11-24 12:00", null, null, false, "Разговор продолжится в обращении № 7, ответим до 12:30 по Москве.")]
    [InlineData("2026-11-23 20:00", null, null, false, "Разговор продолжится в обращении № 7, ответим завтра, во вторник 24 ноября, до 12:30 по Москве.")]
    [InlineData("2026-11-24 12:40", null, null, false, "Разговор продолжится в обращении № 7.")]
    [InlineData("2026-11-24 12:00", "2026-11-24 11:00", null, false, "Разговор продолжится в обращении № 7.")]
    [InlineData("2026-11-24 12:00", null, "2026-11-24 11:00", false, "Разговор продолжится в обращении № 7.")]
    [InlineData("2026-11-24 12:00", null, null, true, "Разговор продолжится в обращении № 7.")]
    public void A_question_that_joins_a_ticket_is_promised_what_the_ticket_was(string now, string? repliedAt, string? closedAt, bool isAlarm, string expected)
    {
        var due = At("2026-11-24 12:30");
        var ticket = new Ticket
        {
            Id = new TicketId("t"),
            Number = 7,
            ConversationId = new("c"),
            Status = closedAt is null ? TicketStatus.Open : TicketStatus.Closed,
            Line = 1,
            ServiceClass = ServiceClass.Today,
            IsAlarm = isAlarm,
            Title = "",
            Handoff = new HandoffPacket("", [], [], null),
            LastAuthor = MessageAuthor.Student,
            LastAt = due,
            CreatedAt = due,
            FirstReplyDueAt = due,
            FirstRepliedAt = repliedAt is null ? null : At(repliedAt),
            ResolutionDueAt = due,
            NextDueAt = due,
            ClosedAt = closedAt is null ? null : At(closedAt),
        };

        Assert.Equal(new HandoffPromise(due, expected), HandoffPromise.Joining(Weekdays, At(now), ticket));
    }

    [Theory]
    [InlineData("2026-11-24 23:58", 0, "Ответим в течение 5 минут.")]
    [InlineData("2026-11-28 12:00", 0, "Ответим в течение 5 минут.")]
    [InlineData("2026-11-24 23:50", 2, "Перед вами 2 вопроса, ответим завтра, в среду 25 ноября, до 0:05 по Москве.")]
    public void Round_the_clock_there_is_no_night(string now, int ahead, string expected) =>
        Assert.Equal(expected, HandoffPromise.Make(WorkingCalendar.AroundTheClock(Moscow), At(now), ahead).Text);

    [Fact]
    public void Whoever_comes_later_is_never_promised_an_earlier_time()
    {
        for (var minute = 0; minute < 7 * 24 * 60; minute += 17)
        {
            var now = At("2026-11-23 00:00").AddMinutes(minute);
            var promises = Enumerable.Range(0, 20).Select(ahead => HandoffPromise.Make(Weekdays, now, ahead).By).ToList();

            Assert.Equal(promises.Order(), promises);
            Assert.True(promises[0] >= Weekdays.AddWorkingTime(now, TimeSpan.FromMinutes(5)));
        }
    }

    [Fact]
    public void Saturday_and_Sunday_have_their_prepositions_and_a_zone_without_a_name_its_offset()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");
        var weekend = new WorkingCalendar(
            zone,
            new Dictionary<DayOfWeek, ImmutableArray<WorkingHours>> { [DayOfWeek.Saturday] = [new(600, 660)], [DayOfWeek.Sunday] = [new(600, 660)] },
            new Dictionary<DateOnly, ImmutableArray<WorkingHours>>());

        var onTuesday = HandoffPromise.Make(weekend, At("2026-11-24 12:00"), 0);
        var onSaturday = HandoffPromise.Make(weekend, At("2026-11-28 12:00"), 0);

        Assert.Equal("Сейчас специалисты не работают. Ответим в субботу 28 ноября, до 10:05 по UTC+5:30.", onTuesday.Text);
        Assert.Equal("Сейчас специалисты не работают. Ответим завтра, в воскресенье 29 ноября, до 10:05 по UTC+5:30.", onSaturday.Text);
    }

    private static DateTimeOffset At(string moscow) =>
        new(DateTime.ParseExact(moscow, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(3));
}
