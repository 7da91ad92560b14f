using Kb.Desk.Conversations;
using Kb.Desk.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tests.Conversations;

public sealed class PendingTurnTests
{
    private static readonly ConversationOwner Owner = TestDesk.Session("s");

    [Fact]
    public async Task A_message_waits_for_the_bot_until_its_answer_is_stored()
    {
        await using var desk = await TestDesk.StartAsync();
        var asked = await desk.PostAsync(Owner, await desk.StartConversationAsync(Owner), "как скачать сертификат");

        var taken = Assert.Single(await desk.Get<PendingTurns>().TakeAsync(10, CancellationToken.None));
        var takenAgain = await desk.Get<PendingTurns>().TakeAsync(10, CancellationToken.None);
        await desk.CompleteAsync(asked, TestDesk.Answer("В разделе «Документы»."));

        Assert.Equal(asked.Id, taken.Message.Id);
        // A process that died with the turn in hand has lost nothing.
        Assert.Single(takenAgain);
        Assert.Empty(await desk.Get<PendingTurns>().TakeAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task Many_who_complete_one_turn_store_one_answer()
    {
        await using var desk = await TestDesk.StartAsync();
        var asked = await desk.PostAsync(Owner, await desk.StartConversationAsync(Owner), "как скачать сертификат");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Task.Run(() => desk.CompleteAsync(asked, TestDesk.HandOver("Где сертификат?")))));

        Assert.Single(results.OfType<CompleteTurnResult.Completed>());
        Assert.Equal(2, (await desk.MessagesAsync(Owner, asked.ConversationId)).Length);
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [Fact]
    public async Task Messages_in_a_row_are_one_turn_and_those_of_others_do_not_wait()
    {
        await using var desk = await TestDesk.StartAsync();
        var mine = await desk.StartConversationAsync(Owner);
        var first = await desk.PostAsync(Owner, mine, "раз");
        var second = await desk.PostAsync(Owner, mine, "два");
        var other = TestDesk.Session("other");
        var foreign = await desk.PostAsync(other, await desk.StartConversationAsync(other), "три");

        var before = await desk.Get<PendingTurns>().TakeAsync(10, CancellationToken.None);
        var burst = before.Single(turn => turn.Messages.Length == 2);
        var answered = await desk.CompleteAsync(burst, TestDesk.Answer("ответ"));
        var again = await desk.CompleteAsync(second, TestDesk.Answer("ещё ответ"));
        var after = await desk.Get<PendingTurns>().TakeAsync(10, CancellationToken.None);

        Assert.Equal([first.Id, second.Id], burst.Messages.Select(message => message.Id));
        Assert.Equal("раз\nдва", burst.Text);
        Assert.IsType<CompleteTurnResult.Completed>(answered);
        Assert.IsType<CompleteTurnResult.AlreadyDone>(again);
        Assert.Equal(foreign.Id, Assert.Single(after).Message.Id);
    }

    [Fact]
    public async Task A_turn_that_was_taken_before_one_more_message_came_leaves_that_message_to_the_next_turn()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.StartConversationAsync(Owner);
        await desk.PostAsync(Owner, id, "раз");
        var early = Assert.Single(await desk.Get<PendingTurns>().TakeAsync(10, CancellationToken.None));
        await desk.PostAsync(Owner, id, "два");
        var late = Assert.Single(await desk.Get<PendingTurns>().TakeAsync(10, CancellationToken.None));

        var first = await desk.CompleteAsync(early, TestDesk.Answer("ответ"));
        var overtaken = await desk.CompleteAsync(late, TestDesk.Answer("ответ на оба"));

        Assert.IsType<CompleteTurnResult.Completed>(first);
        Assert.IsType<CompleteTurnResult.AlreadyDone>(overtaken);
        Assert.Equal("два", Assert.Single(await desk.Get<PendingTurns>().TakeAsync(10, CancellationToken.None)).Text);
    }

    [Fact]
    public async Task The_dialogue_comes_back_verbatim_and_in_order()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.StartConversationAsync(Owner);
        string[] events = ["""{"kind":"asked","text":"ёж"}""", """{"kind":"answered"}"""];
        await desk.CompleteAsync(await desk.PostAsync(Owner, id, "раз"), new TurnOutcome([], [.. events], null));
        await desk.CompleteAsync(await desk.PostAsync(Owner, id, "два"), new TurnOutcome([], ["""{"kind":"third"}"""], null));

        await desk.PostAsync(Owner, id, "три");

        var turn = Assert.Single(await desk.Get<PendingTurns>().TakeAsync(1, CancellationToken.None));
        Assert.Equal([.. events, """{"kind":"third"}"""], turn.DialogueEvents.AsEnumerable());
    }

    [Fact]
    public async Task After_a_handoff_the_bot_owes_nothing_and_what_was_written_meanwhile_is_the_agents()
    {
        await using var desk = await TestDesk.StartAsync();
        var id = await desk.StartConversationAsync(Owner);
        var call = await desk.PostAsync(Owner, id, "позовите человека");
        await desk.PostAsync(Owner, id, "ну где вы");

        await desk.CompleteAsync(call, TestDesk.HandOver("Где сертификат?"));
        await desk.PostAsync(Owner, id, "ау");

        Assert.Empty(await desk.Get<PendingTurns>().TakeAsync(10, CancellationToken.None));
        var transcript = await desk.Get<ReadTickets>().TranscriptAsync(id, 0, 0, CancellationToken.None);
        Assert.Equal(["позовите человека", "ну где вы", "Передаём вопрос оператору.", "ау"], transcript.Messages.Select(message => message.Text));
    }
}
