using Kb.Desk.Conversations;
using Kb.Desk.Storage.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.Tests.Storage;

public sealed class IdempotentWriterTests
{
    private static readonly IdempotentRequest Request = new("person POST /api/conversations", "key-1", "body-1");

    [Fact]
    public async Task Thirty_two_at_once_under_one_key_make_one_conversation_and_get_one_answer()
    {
        await using var desk = await TestDesk.StartAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => StartAsync(desk, Request))));

        var answers = results.Cast<IdempotentResult<string>.Done>().ToList();
        Assert.Equal(1, await desk.ReadAsync(db => db.Conversations.CountAsync()));
        Assert.Single(answers.Select(answer => answer.Response).Distinct());
        Assert.Equal(31, answers.Count(answer => answer.Replayed));
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await using var desk = await TestDesk.StartAsync();
        await StartAsync(desk, Request);

        var result = await StartAsync(desk, Request with { BodyHash = "body-2" });

        Assert.IsType<IdempotentResult<string>.KeyReused>(result);
    }

    [Fact]
    public async Task The_same_key_of_somebody_else_is_another_request()
    {
        await using var desk = await TestDesk.StartAsync();
        await StartAsync(desk, Request);

        var result = await StartAsync(desk, Request with { Scope = "other POST /api/conversations" });

        Assert.False(Assert.IsType<IdempotentResult<string>.Done>(result).Replayed);
    }

    [Fact]
    public async Task A_refused_work_leaves_nothing_behind_and_the_key_free()
    {
        await using var desk = await TestDesk.StartAsync();

        var refused = await desk.Get<IdempotentWriter>().WriteAsync<string>(
            Request,
            async (write, token) =>
            {
                await StartConversation.HandleAsync(write, TestDesk.Session("s"), token);
                return new WorkOutcome<string>.Refused("нет");
            },
            CancellationToken.None);
        var left = await desk.ReadAsync(db => db.Conversations.CountAsync());
        var again = await StartAsync(desk, Request);

        Assert.Equal("нет", Assert.IsType<IdempotentResult<string>.Refused>(refused).Refusal);
        Assert.Equal(0, left);
        Assert.False(Assert.IsType<IdempotentResult<string>.Done>(again).Replayed);
    }

    [Fact]
    public async Task Answers_are_kept_for_seven_days_and_forgotten_afterwards()
    {
        await using var desk = await TestDesk.StartAsync();
        await StartAsync(desk, Request);

        desk.Clock.Advance(TimeSpan.FromDays(7));
        var early = await desk.Get<IdempotentWriter>().PurgeAsync(CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromDays(2));
        var late = await desk.Get<IdempotentWriter>().PurgeAsync(CancellationToken.None);

        Assert.Equal((0, 1), (early, late));
    }

    private static Task<IdempotentResult<string>> StartAsync(TestDesk desk, IdempotentRequest request) =>
        desk.Get<IdempotentWriter>().WriteAsync<string>(
            request,
            async (write, token) =>
            {
                // Each attempt would start one of its own: only the key holds them to one.
                var owner = TestDesk.Session(Guid.CreateVersion7().ToString());
                var started = await StartConversation.HandleAsync(write, owner, token);
                return new WorkOutcome<string>.Accepted(new StoredResponse(201, started.Id.Value));
            },
            CancellationToken.None);
}
