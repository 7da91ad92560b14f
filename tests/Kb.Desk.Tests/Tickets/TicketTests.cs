using Kb.Content.Register;
using Kb.Desk.Conversations;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tests.Tickets;

public sealed class TicketTests
{
    private static readonly ConversationOwner Owner = TestDesk.Session("s");

    [Fact]
    public async Task A_handoff_opens_a_ticket_with_what_the_register_and_the_bot_know()
    {
        await using var desk = await TestDesk.StartAsync();

        var ticket = await desk.OpenTicketAsync(Owner, "Где мой сертификат?", TestDesk.Certificate);

        Assert.Equal((1, TicketStatus.Open, "documents", 2), (ticket.Number, ticket.Status, ticket.Type, ticket.Line));
        Assert.Equal((ServiceClass.Urgent, "Где мой сертификат?"), (ticket.ServiceClass, ticket.Title));
        Assert.Equal(("asked", "certificate-get"), (ticket.Handoff.Reason, Assert.Single(ticket.Handoff.ShownArticles)));
        Assert.Equal(desk.Clock.GetUtcNow().AddMinutes(5), ticket.FirstReplyDueAt);
        Assert.Equal(desk.Clock.GetUtcNow().AddHours(5), ticket.ResolutionDueAt);
    }

    [Theory]
    [InlineData(75, 300)]
    [InlineData(600, 600)] // Behind a long queue an urgent matter is solved no earlier than it is answered.
    public async Task What_was_promised_to_the_student_is_when_the_first_reply_is_due(int promisedMinutes, int resolvedMinutes)
    {
        await using var desk = await TestDesk.StartAsync();
        var promised = desk.Clock.GetUtcNow().AddMinutes(promisedMinutes);
        var id = await desk.StartConversationAsync(Owner);
        var message = await desk.PostAsync(Owner, id, "Где мой сертификат?");

        var completed = Assert.IsType<CompleteTurnResult.Completed>(await desk.CompleteAsync(message, TestDesk.HandOver("Где мой сертификат?", TestDesk.Certificate, promised)));

        var ticket = await desk.TicketAsync(completed.Ticket!.Value);
        Assert.Equal((promised, promised), (ticket.FirstReplyDueAt, ticket.NextDueAt));
        Assert.Equal(desk.Clock.GetUtcNow().AddMinutes(resolvedMinutes), ticket.ResolutionDueAt);
        Assert.Equal(promised, (await desk.Get<ReadConversations>().FindAsync(Owner, id, CancellationToken.None))!.DueAt);
    }

    [Fact]
    public async Task Of_fifty_agents_who_claim_at_once_one_owns_the_ticket_and_the_others_hear_who()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);

        var results = await Task.WhenAll(Enumerable.Range(1, 50).Select(n => Task.Run(() => desk.ClaimAsync(ticket.Id, $"Агент {n}"))));

        var winner = Assert.Single(results.OfType<ClaimTicketResult.Claimed>()).Ticket.AssigneeName;
        Assert.All(results.OfType<ClaimTicketResult.AlreadyTaken>(), taken => Assert.Equal(winner, taken.By));
        Assert.Equal(49, results.OfType<ClaimTicketResult.AlreadyTaken>().Count());
        Assert.Equal(winner, (await desk.TicketAsync(ticket.Id)).AssigneeName);
        var lines = (await desk.MessagesAsync(Owner, ticket.ConversationId)).Where(message => message.Author == MessageAuthor.System);
        Assert.Equal($"Вам отвечает {winner}.", Assert.Single(lines).Text);
    }

    [Fact]
    public async Task Claiming_what_is_ones_own_changes_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await desk.ClaimAsync(ticket.Id, "Анна");

        var again = await desk.ClaimAsync(ticket.Id, "Анна");

        Assert.IsType<ClaimTicketResult.Claimed>(again);
        Assert.Single(await EventsAsync(desk, ticket.Id, TicketEventKind.Claimed));
    }

    [Fact]
    public async Task An_answer_reaches_the_student_and_puts_the_ticket_to_work_for_whoever_answered()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);

        await desk.ReplyAsync(ticket.Id, "Анна", "Здравствуйте! Сертификат в разделе «Документы».");

        var stored = await desk.TicketAsync(ticket.Id);
        Assert.Equal((TicketStatus.InProgress, "Анна", MessageAuthor.Agent), (stored.Status, stored.AssigneeName, stored.LastAuthor));
        Assert.Equal((desk.Clock.GetUtcNow(), stored.ResolutionDueAt), (stored.FirstRepliedAt, stored.NextDueAt));
        var last = (await desk.MessagesAsync(Owner, ticket.ConversationId))[^1];
        Assert.Equal((MessageAuthor.Agent, "Анна"), (last.Author, last.Name));
    }

    [Fact]
    public async Task A_colleagues_answer_does_not_take_the_ticket_away()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await desk.ClaimAsync(ticket.Id, "Анна");

        await desk.ReplyAsync(ticket.Id, "Борис", "Помогу коллеге.");

        Assert.Equal("Анна", (await desk.TicketAsync(ticket.Id)).AssigneeName);
    }

    [Fact]
    public async Task A_note_is_for_the_team_and_on_no_way_to_the_student()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);

        await desk.WriteAsync((write, token) => AddNote.HandleAsync(
            write, ticket.Id, TestDesk.Agent("Анна"), new MessageText.Accepted("КАНАРЕЙКА"), token));

        var transcript = await desk.Get<ReadTickets>().TranscriptAsync(ticket.ConversationId, 0, 0, CancellationToken.None);
        Assert.Equal(("КАНАРЕЙКА", 2L), (Assert.Single(transcript.Notes).Text, transcript.Notes[0].AfterSeq));
        Assert.DoesNotContain(await desk.MessagesAsync(Owner, ticket.ConversationId), message => message.Text.Contains("КАНАРЕЙКА", StringComparison.Ordinal));
        var summary = await desk.Get<ReadConversations>().FindAsync(Owner, ticket.ConversationId, CancellationToken.None);
        // Not even its existence shows.
        Assert.Equal((2L, 1), (summary!.Last!.Seq, summary.Unread));
    }

    [Fact]
    public async Task Later_messages_join_the_same_ticket()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);

        await desk.PostAsync(Owner, ticket.ConversationId, "и ещё вопрос");

        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        Assert.Single(await EventsAsync(desk, ticket.Id, TicketEventKind.StudentWrote));
        Assert.Equal(MessageAuthor.Student, (await desk.TicketAsync(ticket.Id)).LastAuthor);
    }

    [Fact]
    public async Task A_message_within_two_weeks_of_closing_opens_the_same_ticket_for_the_same_agent()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await desk.ReplyAsync(ticket.Id, "Анна", "Готово.");
        await desk.MoveAsync(ticket.Id, "Анна", TicketStatus.Closed);
        desk.Clock.Advance(TimeSpan.FromDays(14));

        await desk.PostAsync(Owner, ticket.ConversationId, "Не помогло");

        var stored = await desk.TicketAsync(ticket.Id);
        Assert.Equal((TicketStatus.InProgress, "Анна", null), (stored.Status, stored.AssigneeName, stored.ClosedAt));
        Assert.Equal(desk.Clock.GetUtcNow().AddHours(24), stored.NextDueAt);
        Assert.Empty(await desk.Get<PendingTurns>().TakeAsync(1, CancellationToken.None));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_ticket_that_opens_again_before_any_answer_owes_its_first_one_from_now(bool byTheAgent)
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await desk.MoveAsync(ticket.Id, "Анна", TicketStatus.Closed);
        desk.Clock.Advance(TimeSpan.FromDays(3));

        if (byTheAgent)
        {
            await desk.MoveAsync(ticket.Id, "Анна", TicketStatus.InProgress);
        }
        else
        {
            await desk.PostAsync(Owner, ticket.ConversationId, "Так и не ответили");
        }

        var stored = await desk.TicketAsync(ticket.Id);
        var now = desk.Clock.GetUtcNow();
        Assert.Equal((now.AddMinutes(5), now.AddMinutes(5), now.AddHours(24)), (stored.FirstReplyDueAt, stored.NextDueAt, stored.ResolutionDueAt));
    }

    [Fact]
    public async Task A_message_after_that_is_the_bots_again_and_a_new_handoff_is_a_new_ticket()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await desk.MoveAsync(ticket.Id, "Анна", TicketStatus.Closed);
        desk.Clock.Advance(TimeSpan.FromDays(15));

        var message = await desk.PostAsync(Owner, ticket.ConversationId, "Другой вопрос");
        var completed = await desk.CompleteAsync(message, TestDesk.HandOver("Другой вопрос"));

        var second = await desk.TicketAsync(Assert.IsType<CompleteTurnResult.Completed>(completed).Ticket!.Value);
        Assert.Equal((2L, ticket.ConversationId), (second.Number, second.ConversationId));
        Assert.Equal(ticket.Id, Assert.Single(await desk.Get<ReadTickets>().EarlierAsync(second, CancellationToken.None)).Id);
    }

    [Fact]
    public async Task A_closed_ticket_takes_neither_claims_nor_answers()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await desk.MoveAsync(ticket.Id, "Анна", TicketStatus.Closed);

        Assert.IsType<ClaimTicketResult.IsClosed>(await desk.ClaimAsync(ticket.Id, "Борис"));
        Assert.IsType<ReplyToTicketResult.IsClosed>(await desk.ReplyAsync(ticket.Id, "Борис", "поздно"));
    }

    [Fact]
    public async Task A_decision_made_on_an_old_view_is_refused()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await desk.PostAsync(Owner, ticket.ConversationId, "подождите, не закрывайте");

        var result = await desk.MoveAsync(ticket.Id, "Анна", TicketStatus.Closed, ticket.Version);

        Assert.IsType<MoveTicketResult.Stale>(result);
        Assert.Equal(TicketStatus.Open, (await desk.TicketAsync(ticket.Id)).Status);
    }

    [Fact]
    public async Task There_is_no_way_into_a_status_that_the_transitions_do_not_name()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);

        var result = await desk.MoveAsync(ticket.Id, "Анна", TicketStatus.Feedback);

        Assert.Equal(new MoveTicketResult.NotAllowed(TicketStatus.Open, TicketStatus.Feedback), result);
    }

    [Fact]
    public async Task Thanks_do_not_open_a_closed_ticket_again_and_a_question_does()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await desk.MoveAsync(ticket.Id, "Анна", TicketStatus.Closed);

        await desk.PostAsync(Owner, ticket.ConversationId, "Благодарю!");
        Assert.Equal(TicketStatus.Closed, (await desk.TicketAsync(ticket.Id)).Status);
        Assert.Single(await desk.Get<PendingTurns>().TakeAsync(5, CancellationToken.None));

        await desk.PostAsync(Owner, ticket.ConversationId, "А сертификата всё нет");
        Assert.NotEqual(TicketStatus.Closed, (await desk.TicketAsync(ticket.Id)).Status);
    }

    [Fact]
    public async Task Everything_that_happened_is_kept_in_order_with_who_did_it()
    {
        await using var desk = await TestDesk.StartAsync();
        var ticket = await desk.OpenTicketAsync(Owner);
        await desk.ClaimAsync(ticket.Id, "Анна");
        await desk.ReplyAsync(ticket.Id, "Анна", "Смотрим.");
        await desk.PostAsync(Owner, ticket.ConversationId, "Спасибо");
        await desk.MoveAsync(ticket.Id, "Борис", TicketStatus.Closed);

        var history = await desk.Get<ReadTickets>().HistoryAsync(ticket.Id, CancellationToken.None);

        Assert.Equal(
            ["Opened  Open", "Claimed Анна Open", "Replied Анна InProgress", "StudentWrote  InProgress", "Closed Борис Closed"],
            history.Select(happened => $"{happened.Kind} {happened.ActorName} {happened.Status}"));
    }

    [Fact]
    public async Task A_request_that_came_by_another_way_becomes_a_ticket_with_a_conversation_of_its_own()
    {
        await using var desk = await TestDesk.StartAsync();
        var request = new NewRequest("Звонила Мария: не пришёл чек.\nПросит перезвонить.", null, TestDesk.Certificate, "Мария");

        var ticket = await desk.WriteAsync((write, token) => desk.Get<OpenTicket>().HandleAsync(write, TestDesk.Agent("Анна"), request, token));

        Assert.Equal(("Звонила Мария: не пришёл чек.", "Мария"), (ticket.Title, ticket.PersonName));
        var transcript = await desk.Get<ReadTickets>().TranscriptAsync(ticket.ConversationId, 0, 0, CancellationToken.None);
        Assert.Equal(request.Text, Assert.Single(transcript.Messages).Text);
    }

    private static async Task<IEnumerable<TicketEvent>> EventsAsync(TestDesk desk, TicketId id, TicketEventKind kind) =>
        (await desk.Get<ReadTickets>().HistoryAsync(id, CancellationToken.None)).Where(happened => happened.Kind == kind);
}
