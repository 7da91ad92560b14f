using System.Collections.Immutable;
using Kb.Desk.Conversations;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tests.Conversations;

/// <summary>A student whose talk people have asks the bot something else, and comes back to them.</summary>
public sealed class AskBotTests
{
    private static readonly ConversationOwner Owner = TestDesk.Session("s");

    [Fact]
    public async Task After_the_press_what_is_typed_waits_for_the_bot_and_the_ticket_hears_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        desk.Clock.Advance(TimeSpan.FromHours(1));

        await AskBotAsync(desk, ticket.ConversationId);
        await desk.PostAsync(Owner, ticket.ConversationId, "как скачать сертификат");

        Assert.Equal("как скачать сертификат", (await PendingAsync(desk)).Single().Text);
        var same = await desk.TicketAsync(ticket.Id);
        Assert.Equal((ticket.Version, ticket.LastAt, ticket.NextDueAt), (same.Version, same.LastAt, same.NextDueAt));
        var summary = await SummaryAsync(desk, ticket.ConversationId);
        Assert.Equal((TicketStatus.Open, true, ticket.NextDueAt), (summary.Status, summary.IsWithBot, summary.DueAt));
    }

    [Fact]
    public async Task Without_the_press_people_have_the_talk()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.StartConversationAsync(Owner);
        var before = await SummaryAsync(desk, id);

        var ticket = await desk.OpenTicketAsync(Owner);

        Assert.True(before.IsWithBot);
        Assert.False((await SummaryAsync(desk, ticket.ConversationId)).IsWithBot);
    }

    [Fact]
    public async Task A_press_where_there_is_no_ticket_changes_nothing_for_the_ticket_that_follows()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.StartConversationAsync(Owner);
        await desk.CompleteAsync(await desk.PressAsync(Owner, id, PostMessage.BotAction), TestDesk.Answer("Слушаю."));
        await desk.CompleteAsync(await desk.PostAsync(Owner, id, "позовите человека"), TestDesk.HandOver("Где сертификат?"));

        await desk.PostAsync(Owner, id, "ау");

        Assert.Empty(await PendingAsync(desk));
    }

    [Fact]
    public async Task A_closed_ticket_stays_closed_while_the_student_talks_with_the_bot_and_is_told_how_to_come_back()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await AskBotAsync(desk, ticket.ConversationId);
        await desk.MoveAsync(ticket.Id, "Олег", TicketStatus.Closed);

        await desk.CompleteAsync(await desk.PostAsync(Owner, ticket.ConversationId, "как скачать сертификат"), TestDesk.Answer("В «Документах»."));
        await desk.CompleteAsync(await desk.PostAsync(Owner, ticket.ConversationId, "Благодарю!"), TestDesk.Answer("Пожалуйста!"));

        Assert.NotNull((await desk.TicketAsync(ticket.Id)).ClosedAt);
        var lines = (await desk.MessagesAsync(Owner, ticket.ConversationId)).Select(message => message.Text).ToList();
        Assert.Contains("Обращение закрыто. Если вопрос остался, нажмите «Передать оператору»: мы вернёмся к нему.", lines);
        Assert.Equal("Пожалуйста!", lines[^1]);
    }

    [Fact]
    public async Task What_the_bot_hands_over_again_is_the_students_word_in_the_open_ticket_with_all_that_the_bot_knows_in_a_note()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await AskBotAsync(desk, ticket.ConversationId);
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        var asked = await desk.PostAsync(Owner, ticket.ConversationId, "а диплом почтой?");
        var handover = TestDesk.HandOver("а диплом почтой?");

        var completed = await desk.CompleteAsync(asked, handover with { Handoff = handover.Handoff! with { Note = "Бот показал: «Диплом»" } });
        await desk.PostAsync(Owner, ticket.ConversationId, "жду");

        Assert.Equal(ticket.Id, Assert.IsType<CompleteTurnResult.Completed>(completed).Ticket);
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        var same = await desk.TicketAsync(ticket.Id);
        Assert.Equal((MessageAuthor.Student, ticket.FirstReplyDueAt, ticket.NextDueAt), (same.LastAuthor, same.FirstReplyDueAt, same.NextDueAt));
        var note = await desk.ReadAsync(db => db.Notes.SingleAsync());
        Assert.Equal(("бот", "Бот показал: «Диплом»", asked.Seq + 1), (note.AuthorName, note.Text, note.AfterSeq));
        Assert.Equal([(TicketEventKind.Opened, null), (TicketEventKind.StudentWrote, asked.Seq), (TicketEventKind.StudentWrote, asked.Seq + 2)], await EventsAsync(desk));
        Assert.Empty(await PendingAsync(desk));
        Assert.False((await SummaryAsync(desk, ticket.ConversationId)).IsWithBot);
    }

    [Fact]
    public async Task What_the_bot_hands_over_again_opens_the_closed_ticket()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await desk.ReplyAsync(ticket.Id, "Олег", "Готово.");
        await desk.MoveAsync(ticket.Id, "Олег", TicketStatus.Closed);
        await AskBotAsync(desk, ticket.ConversationId);
        desk.Clock.Advance(TimeSpan.FromDays(1));

        await desk.CompleteAsync(await desk.PressAsync(Owner, ticket.ConversationId, PostMessage.OperatorAction), TestDesk.HandOver("а диплом почтой?"));

        var same = await desk.TicketAsync(ticket.Id);
        Assert.Equal((TicketStatus.InProgress, null, "id-Олег"), (same.Status, same.ClosedAt, same.AssigneeId));
        Assert.Equal(desk.Clock.GetUtcNow() + TimeSpan.FromHours(24), same.NextDueAt);
        Assert.Equal("а диплом почтой?", (await desk.ReadAsync(db => db.Notes.SingleAsync())).Text);
        Assert.Equal("Обращение снова открыто, мы видим ваше сообщение.", (await desk.MessagesAsync(Owner, ticket.ConversationId))[^1].Text);
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [Fact]
    public async Task A_cry_for_help_to_the_bot_raises_the_ticket_that_is_there()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await AskBotAsync(desk, ticket.ConversationId);
        var cry = await desk.PostAsync(Owner, ticket.ConversationId, "я не хочу жить");
        var handover = TestDesk.HandOver("я не хочу жить");

        await desk.CompleteAsync(cry, handover with { Handoff = handover.Handoff! with { IsAlarm = true } });

        var alarm = await desk.TicketAsync(ticket.Id);
        Assert.Equal((true, desk.Clock.GetUtcNow()), (alarm.IsAlarm, alarm.NextDueAt));
        // The bot's own words are said once, not the desk's beside them.
        Assert.Equal(["я не хочу жить", "Передаём вопрос оператору."], (await desk.MessagesAsync(Owner, ticket.ConversationId, cry.Seq - 1)).Select(message => message.Text));
    }

    [Fact]
    public async Task After_an_agents_answer_the_students_next_words_are_for_the_agent()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await AskBotAsync(desk, ticket.ConversationId);

        await desk.ReplyAsync(ticket.Id, "Олег", "Сертификат готов.");
        await desk.PostAsync(Owner, ticket.ConversationId, "вижу, а печать?");

        Assert.Empty(await PendingAsync(desk));
        Assert.Equal(MessageAuthor.Student, (await desk.TicketAsync(ticket.Id)).LastAuthor);
        Assert.False((await SummaryAsync(desk, ticket.ConversationId)).IsWithBot);
    }

    [Fact]
    public async Task A_turn_that_an_agents_answer_overtook_is_not_answered_by_the_bot_and_becomes_the_students_word()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await AskBotAsync(desk, ticket.ConversationId);
        await desk.PostAsync(Owner, ticket.ConversationId, "как скачать сертификат");
        var turn = (await PendingAsync(desk)).Single();
        await desk.ReplyAsync(ticket.Id, "Олег", "Сертификат готов.");

        var late = await desk.CompleteAsync(turn, TestDesk.Answer("В «Документах»."));
        var again = await desk.CompleteAsync(turn, TestDesk.Answer("В «Документах»."));

        Assert.IsType<CompleteTurnResult.AlreadyDone>(late);
        Assert.IsType<CompleteTurnResult.AlreadyDone>(again);
        Assert.Empty(await PendingAsync(desk));
        Assert.Equal("Сертификат готов.", (await desk.MessagesAsync(Owner, ticket.ConversationId))[^1].Text);
        Assert.Equal(MessageAuthor.Student, (await desk.TicketAsync(ticket.Id)).LastAuthor);
        Assert.Equal((TicketEventKind.StudentWrote, turn.Message.Seq), (await EventsAsync(desk))[^1]);
    }

    [Fact]
    public async Task A_cry_for_help_that_an_agents_answer_overtook_is_heard_all_the_same()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await AskBotAsync(desk, ticket.ConversationId);
        var cry = await desk.PostAsync(Owner, ticket.ConversationId, "я не хочу жить");
        await desk.ReplyAsync(ticket.Id, "Олег", "Сертификат готов.");

        await desk.CompleteAsync(cry, TestDesk.HandOver("я не хочу жить"));

        Assert.True((await desk.TicketAsync(ticket.Id)).IsAlarm);
        Assert.Equal("Позвоните 112.", (await desk.MessagesAsync(Owner, ticket.ConversationId))[^1].Text);
    }

    [Fact]
    public async Task A_cry_for_help_written_while_the_bot_hands_over_is_heard()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.StartConversationAsync(Owner);
        var call = await desk.PostAsync(Owner, id, "позовите человека");
        await desk.PostAsync(Owner, id, "я не хочу жить");

        await desk.CompleteAsync(call, TestDesk.HandOver("Где сертификат?"));

        Assert.True((await desk.ReadAsync(db => db.Tickets.SingleAsync())).IsAlarm);
        Assert.Equal("Позвоните 112.", (await desk.MessagesAsync(Owner, id))[^1].Text);
    }

    [Fact]
    public async Task A_press_that_an_agents_answer_overtook_says_nothing_to_anybody()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        var press = await desk.PressAsync(Owner, ticket.ConversationId, PostMessage.BotAction);
        await desk.ReplyAsync(ticket.Id, "Олег", "Сертификат готов.");

        await desk.CompleteAsync(press, TestDesk.Answer("Слушаю."));

        Assert.Empty(await PendingAsync(desk));
        Assert.Equal(MessageAuthor.Agent, (await desk.TicketAsync(ticket.Id)).LastAuthor);
        Assert.Equal("Сертификат готов.", (await desk.MessagesAsync(Owner, ticket.ConversationId))[^1].Text);
    }

    [Fact]
    public async Task An_agents_answer_and_the_bots_at_once_leave_every_word_to_somebody()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        for (var round = 0; round < 10; round++)
        {
            await AskBotAsync(desk, ticket.ConversationId);
            var asked = await desk.PostAsync(Owner, ticket.ConversationId, $"вопрос {round}");
            var turn = (await PendingAsync(desk)).Single();

            await Task.WhenAll(
                Task.Run(() => desk.CompleteAsync(turn, TestDesk.Answer($"бот {round}"))),
                Task.Run(() => desk.ReplyAsync(ticket.Id, "Олег", $"Олег {round}")));

            var answered = (await desk.MessagesAsync(Owner, ticket.ConversationId, asked.Seq)).Any(message => message.Text == $"бот {round}");
            var heard = (await EventsAsync(desk)).Contains((TicketEventKind.StudentWrote, asked.Seq));
            Assert.True(answered ^ heard, $"round {round}: answered {answered}, heard {heard}");
            Assert.Empty(await PendingAsync(desk));
        }
    }

    private static async Task AskBotAsync(TestDesk desk, ConversationId id) =>
        await desk.CompleteAsync(await desk.PressAsync(Owner, id, PostMessage.BotAction), TestDesk.Answer("Слушаю."));

    private static Task<ImmutableArray<TurnToTake>> PendingAsync(TestDesk desk) => desk.Get<PendingTurns>().TakeAsync(10, CancellationToken.None);

    private static async Task<ConversationSummary> SummaryAsync(TestDesk desk, ConversationId id) =>
        (await desk.Get<ReadConversations>().FindAsync(Owner, id, CancellationToken.None))!;

    private static async Task<List<(TicketEventKind Kind, long? Seq)>> EventsAsync(TestDesk desk) =>
        [.. (await desk.ReadAsync(db => db.TicketEvents.OrderBy(happened => happened.Id).ToListAsync())).Select(happened => (happened.Kind, happened.Seq))];
}
