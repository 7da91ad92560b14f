using Kb.Desk.Conversations;
using Kb.Desk.People;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tests.Conversations;

public sealed class ConversationTests
{
    [Fact]
    public async Task A_button_of_the_bot_that_is_pressed_after_the_handoff_gets_a_kind_word_once()
    {
        await using var desk = await TestDesk.StartAsync();
        var owner = TestDesk.Session("s");
        var ticket = await desk.OpenTicketAsync(owner);

        var presses = new List<PostMessageResult>();
        for (var press = 0; press < 2; press++)
        {
            presses.Add(await desk.WriteAsync((write, token) => desk.Get<PostMessage>().PressAsync(write, owner, ticket.ConversationId, "operator", token)));
        }

        await desk.PostAsync(owner, ticket.ConversationId, "алло?");
        var lines = (await desk.MessagesAsync(owner, ticket.ConversationId)).TakeLast(4).Select(message => (message.Author, message.Text));

        Assert.All(presses, press => Assert.IsType<PostMessageResult.Posted>(press));
        Assert.Equal(
            [
                (MessageAuthor.Student, "Передать оператору"),
                (MessageAuthor.System, "Вопрос уже у оператора, поэтому кнопки бота не действуют. Если хотите что-то добавить, напишите: оператор увидит."),
                (MessageAuthor.Student, "Передать оператору"),
                (MessageAuthor.Student, "алло?"),
            ],
            lines);
    }

    [Fact]
    public async Task A_cry_for_help_after_the_handoff_is_answered_once_and_due_at_once()
    {
        await using var desk = await TestDesk.StartAsync();
        var owner = TestDesk.Session("s");
        var ticket = await desk.OpenTicketAsync(owner);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));

        await desk.PostAsync(owner, ticket.ConversationId, "я не хочу жить");
        await desk.PostAsync(owner, ticket.ConversationId, "правда не хочу жить");

        var lines = (await desk.MessagesAsync(owner, ticket.ConversationId)).TakeLast(3).Select(message => (message.Author, message.Text));
        Assert.Equal([(MessageAuthor.Student, "я не хочу жить"), (MessageAuthor.Bot, "Позвоните 112."), (MessageAuthor.Student, "правда не хочу жить")], lines);
        var alarm = await desk.TicketAsync(ticket.Id);
        Assert.True(alarm.IsAlarm);
        Assert.Equal(desk.Clock.GetUtcNow(), alarm.NextDueAt);
        Assert.Null((await desk.Get<ReadConversations>().FindAsync(owner, ticket.ConversationId, CancellationToken.None))!.DueAt);
    }

    [Fact]
    public async Task A_person_gets_their_open_conversation_back_in_any_session()
    {
        await using var desk = await TestDesk.StartAsync();
        var owner = await PersonAsync(desk, "anna");

        var first = await desk.WriteAsync((write, token) => StartConversation.HandleAsync(write, owner, token));
        var second = await desk.WriteAsync((write, token) => StartConversation.HandleAsync(write, owner, token));

        Assert.IsType<StartConversationResult.Started>(first);
        Assert.Equal(first.Id, Assert.IsType<StartConversationResult.Continued>(second).Id);
    }

    [Fact]
    public async Task Numbers_of_messages_written_at_once_have_neither_gaps_nor_twins()
    {
        await using var desk = await TestDesk.StartAsync();
        var owner = TestDesk.Session("s");
        var id = await desk.StartConversationAsync(owner);

        await Task.WhenAll(Enumerable.Range(1, 40).Select(n => Task.Run(() => desk.PostAsync(owner, id, $"сообщение {n}"))));

        var messages = await desk.MessagesAsync(owner, id);
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), messages.Select(message => message.Seq));
        Assert.Equal(40, messages.Select(message => message.Text).Distinct().Count());
    }

    [Fact]
    public async Task Reading_after_a_number_gives_only_what_is_newer()
    {
        await using var desk = await TestDesk.StartAsync();
        var owner = TestDesk.Session("s");
        var id = await desk.StartConversationAsync(owner);
        await desk.PostAsync(owner, id, "раз");
        await desk.PostAsync(owner, id, "два");

        var newer = await desk.MessagesAsync(owner, id, after: 1);

        Assert.Equal("два", Assert.Single(newer).Text);
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_not_found_by_any_door()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.StartConversationAsync(await PersonAsync(desk, "anna"));
        ConversationOwner[] strangers = [await PersonAsync(desk, "boris"), TestDesk.Session("s"), new ConversationOwner.Verified("other", new PersonId("x"))];

        foreach (var stranger in strangers)
        {
            Assert.Null(await desk.Get<ReadConversations>().MessagesAsync(stranger, id, 0, CancellationToken.None));
            Assert.Null(await desk.Get<ReadConversations>().FindAsync(stranger, id, CancellationToken.None));
            Assert.Empty(await desk.Get<ReadConversations>().ListAsync(stranger, CancellationToken.None));
            Assert.IsType<PostMessageResult.NotFound>(await desk.TryPostAsync(stranger, id, "чужое"));
        }
    }

    [Fact]
    public async Task A_verified_person_does_not_own_what_an_anonymous_session_wrote()
    {
        await using var desk = await TestDesk.StartAsync();
        var anonymous = await desk.StartConversationAsync(TestDesk.Session("s"));

        var seen = await desk.Get<ReadConversations>().FindAsync(await PersonAsync(desk, "anna"), anonymous, CancellationToken.None);

        Assert.Null(seen);
    }

    [Fact]
    public async Task Unread_counts_what_others_wrote_since_the_owner_last_looked()
    {
        await using var desk = await TestDesk.StartAsync();
        var owner = TestDesk.Session("s");
        var id = await desk.StartConversationAsync(owner);
        var asked = await desk.PostAsync(owner, id, "как скачать сертификат");
        await desk.CompleteAsync(asked, TestDesk.Answer("В разделе «Документы»."));
        var conversations = desk.Get<ReadConversations>();

        var before = await conversations.FindAsync(owner, id, CancellationToken.None);
        await conversations.TryMarkSeenAsync(owner, id, 2, CancellationToken.None);
        var after = await conversations.FindAsync(owner, id, CancellationToken.None);

        Assert.Equal((1, 0), (before!.Unread, after!.Unread));
        Assert.Equal("В разделе «Документы».", after.Last!.Text);
    }

    [Fact]
    public async Task A_press_of_an_offered_button_reads_as_its_label()
    {
        await using var desk = await TestDesk.StartAsync();
        var owner = TestDesk.Session("s");
        var id = await desk.StartConversationAsync(owner);
        var asked = await desk.PostAsync(owner, id, "сертификат");
        await desk.CompleteAsync(asked, TestDesk.Answer("Помогло?", new MessageAction("helped", "Помогло")));

        var pressed = await desk.WriteAsync((write, token) => desk.Get<PostMessage>().PressAsync(write, owner, id, "helped", token));

        var message = Assert.IsType<PostMessageResult.Posted>(pressed).Message;
        Assert.Equal(("Помогло", "helped"), (message.Text, message.PressedAction));
    }

    [Fact]
    public async Task A_button_that_nobody_offered_cannot_be_pressed_but_a_person_can_always_be_called()
    {
        await using var desk = await TestDesk.StartAsync();
        var owner = TestDesk.Session("s");
        var id = await desk.StartConversationAsync(owner);

        var invented = await desk.WriteAsync((write, token) => desk.Get<PostMessage>().PressAsync(write, owner, id, "kind:refund", token));
        var person = await desk.WriteAsync((write, token) => desk.Get<PostMessage>().PressAsync(write, owner, id, "operator", token));

        Assert.IsType<PostMessageResult.NotOffered>(invented);
        Assert.Equal("Передать оператору", Assert.IsType<PostMessageResult.Posted>(person).Message.Text);
    }

    [Fact]
    public async Task A_person_is_one_row_however_often_a_token_names_them_and_follows_what_the_site_says()
    {
        await using var desk = await TestDesk.StartAsync();
        await PersonAsync(desk, "anna");

        var renamed = await desk.WriteAsync((write, token) => RememberPerson.HandleAsync(
            write,
            new VerifiedIdentity("demo", "anna", "Анна Иванова", null, PersonRole.Student, [new EnrolledCourse("go", "Введение в Go", "осень", null)]),
            token));

        var stored = await desk.ReadAsync(db => db.People.SingleAsync());
        Assert.Equal((renamed.Id, "Анна Иванова"), (stored.Id, stored.Name));
        Assert.Equal("Введение в Go", Assert.Single(stored.Courses).Title);
    }

    [Fact]
    public async Task After_two_weeks_of_a_closed_ticket_a_new_conversation_begins()
    {
        await using var desk = await TestDesk.StartAsync();
        var owner = await PersonAsync(desk, "anna");
        var ticket = await desk.OpenTicketAsync(owner);
        await desk.MoveAsync(ticket.Id, "Олег", TicketStatus.Closed);

        desk.Clock.Advance(TimeSpan.FromDays(14));
        var within = await desk.StartConversationAsync(owner);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await desk.StartConversationAsync(owner);

        Assert.Equal(ticket.ConversationId, within);
        Assert.NotEqual(ticket.ConversationId, later);
    }

    private static async Task<ConversationOwner> PersonAsync(TestDesk desk, string subject) =>
        new ConversationOwner.Verified("demo", (await desk.WriteAsync((write, token) => RememberPerson.HandleAsync(
            write, new VerifiedIdentity("demo", subject, subject, null, PersonRole.Student, []), token))).Id);
}
