using Kb.Desk.Tickets;

namespace Kb.Desk.Tests.Tickets;

public sealed class TicketListTests
{
    [Fact]
    public async Task Pages_give_every_ticket_once_nearest_deadline_first_and_closed_ones_last()
    {
        await using var desk = await TestDesk.StartAsync();
        var opened = new List<Ticket>();
        for (var n = 0; n < 7; n++)
        {
            opened.Add(await desk.OpenTicketAsync(TestDesk.Session($"s{n}")));
            desk.Clock.Advance(TimeSpan.FromSeconds(n % 2));
        }

        await desk.MoveAsync(opened[0].Id, "Анна", TicketStatus.Closed);
        await desk.MoveAsync(opened[3].Id, "Анна", TicketStatus.Closed);
        await desk.ReplyAsync(opened[1].Id, "Анна", "Отвечено: теперь ждёт только решения.");

        var numbers = await NumbersAsync(desk, new TicketView.All(), TicketSort.Due);

        Assert.Equal([3, 5, 6, 7, 2, 1, 4], numbers);
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], await NumbersAsync(desk, new TicketView.All(), TicketSort.Created));
    }

    [Fact]
    public async Task A_cry_for_help_comes_before_every_deadline_until_it_is_closed()
    {
        await using var desk = await TestDesk.StartAsync();
        var opened = new List<Ticket>();
        for (var n = 0; n < 5; n++)
        {
            opened.Add(await desk.OpenTicketAsync(TestDesk.Session($"s{n}")));
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await desk.PostAsync(TestDesk.Session("s3"), opened[3].ConversationId, "я не хочу жить");
        await desk.PostAsync(TestDesk.Session("s4"), opened[4].ConversationId, "я не хочу жить");

        Assert.Equal([4, 5, 1, 2, 3], await NumbersAsync(desk, new TicketView.All()));

        await desk.MoveAsync(opened[3].Id, "Анна", TicketStatus.Closed);
        Assert.Equal([5, 1, 2, 3, 4], await NumbersAsync(desk, new TicketView.All()));
    }

    [Fact]
    public async Task Each_view_shows_what_it_says_and_the_queues_leave_out_what_is_done()
    {
        await using var desk = await TestDesk.StartAsync();
        var first = await desk.OpenTicketAsync(TestDesk.Session("1"));
        await desk.OpenTicketAsync(TestDesk.Session("2"), kind: TestDesk.Certificate);
        var third = await desk.OpenTicketAsync(TestDesk.Session("3"));
        await desk.ClaimAsync(first.Id, "Анна");
        await desk.ClaimAsync(third.Id, "Анна");
        await desk.MoveAsync(third.Id, "Анна", TicketStatus.Closed);
        var anna = TestDesk.Agent("Анна");

        Assert.Equal([1], await NumbersAsync(desk, TicketView.TryParse("mine", anna)!));
        Assert.Equal([2], await NumbersAsync(desk, TicketView.TryParse("unassigned", anna)!));
        Assert.Equal([2], await NumbersAsync(desk, TicketView.TryParse("line:2", anna)!));
        Assert.Equal([1], await NumbersAsync(desk, TicketView.TryParse("line:1", anna)!));
        Assert.Equal([3], await NumbersAsync(desk, TicketView.TryParse("mine", anna)!, status: TicketStatus.Closed));
    }

    [Theory]
    [InlineData("line:4")]
    [InlineData("line:")]
    [InlineData("чужие")]
    public void A_view_that_does_not_exist_is_not_read(string text) => Assert.Null(TicketView.TryParse(text, TestDesk.Agent("Анна")));

    [Theory]
    [InlineData("")]
    [InlineData("0-1")]
    [InlineData("3-1-1")]
    [InlineData("0-99999999999999999999-1")]
    [InlineData("0-9223372036854775807-1")]
    [InlineData("'; DROP TABLE tickets; --")]
    public void A_cursor_of_somebodys_own_making_is_not_read(string text) => Assert.Null(TicketCursor.TryParse(text));

    [Fact]
    public async Task Changes_after_an_event_bring_the_tickets_as_they_stand_now()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(TestDesk.Session("1"));
        var tickets = desk.Get<ReadTickets>();
        var seen = await tickets.LastEventAsync(CancellationToken.None);

        await desk.ClaimAsync(ticket.Id, "Анна");
        await desk.ReplyAsync(ticket.Id, "Анна", "Смотрим.");

        var changes = await tickets.ChangesAsync(seen, CancellationToken.None);
        Assert.Equal([TicketEventKind.Claimed, TicketEventKind.Replied], changes.Select(change => change.Event.Kind));
        Assert.All(changes, change => Assert.Equal(TicketStatus.InProgress, change.Ticket.Status));
    }

    private static async Task<List<int>> NumbersAsync(TestDesk desk, TicketView view, TicketSort sort = TicketSort.Due, TicketStatus? status = null)
    {
        var numbers = new List<int>();
        TicketCursor? after = null;
        do
        {
            var page = await desk.Get<ReadTickets>().ListAsync(new TicketQuery(view, status, sort, 2, after), CancellationToken.None);
            numbers.AddRange(page.Items.Select(ticket => (int)ticket.Number));
            after = page.Next is null ? null : TicketCursor.TryParse(page.Next.ToString());
        }
        while (after is not null);

        return numbers;
    }
}
