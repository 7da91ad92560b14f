using Kb.Desk.Conversations;

namespace Kb.Desk.Tests.Conversations;

public sealed class QuotedArticlesTests
{
    private const string NotHelped = "not-helped";

    [Fact]
    public async Task An_article_counts_once_for_each_conversation_that_it_was_quoted_to()
    {
        await using var desk = await TestDesk.StartAsync();
        await QuoteAsync(desk, "a", "refund", "refund", "refund");
        await QuoteAsync(desk, "b", "certificate-get");
        await QuoteAsync(desk, "c", "certificate-get");

        Assert.Equal(["certificate-get", "refund"], await MostAsync(desk, TimeSpan.FromDays(30)));
    }

    [Fact]
    public async Task What_somebody_rejected_did_not_answer_them()
    {
        await using var desk = await TestDesk.StartAsync();
        var (owner, id) = await QuoteAsync(desk, "a", "refund");
        await desk.WriteAsync((write, token) => desk.Get<PostMessage>().PressAsync(write, owner, id, NotHelped, token));
        await QuoteAsync(desk, "b", "certificate-get");

        Assert.Equal(["certificate-get"], await MostAsync(desk, TimeSpan.FromDays(30)));
    }

    [Fact]
    public async Task What_was_quoted_before_the_time_asked_for_does_not_count()
    {
        await using var desk = await TestDesk.StartAsync();
        await QuoteAsync(desk, "a", "refund");
        desk.Clock.Advance(TimeSpan.FromDays(31));
        await QuoteAsync(desk, "b", "certificate-get");

        Assert.Equal(["certificate-get"], await MostAsync(desk, TimeSpan.FromDays(30)));
    }

    private static async Task<IEnumerable<string>> MostAsync(TestDesk desk, TimeSpan lately) =>
        await desk.Get<QuotedArticles>().MostQuotedAsync(desk.Clock.GetUtcNow() - lately, NotHelped, CancellationToken.None);

    private static async Task<(ConversationOwner Owner, ConversationId Id)> QuoteAsync(TestDesk desk, string session, params string[] articles)
    {
        var owner = TestDesk.Session(session);
        var id = await desk.StartConversationAsync(owner);
        foreach (var article in articles)
        {
            var asked = await desk.PostAsync(owner, id, "Вопрос");
            var quote = TestDesk.BotSays("Ответ", new MessageAction(NotHelped, "Не помогло")) with { Sources = [new MessageSource(article, article, null, new DateOnly(2026, 11, 1))] };
            await desk.CompleteAsync(asked, new TurnOutcome([quote], [], null));
        }

        return (owner, id);
    }
}
