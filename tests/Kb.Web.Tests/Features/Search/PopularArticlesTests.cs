using System.Net;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Kb.Web.Tests.Features.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Features.Search;

public sealed class PopularArticlesTests : IAsyncLifetime
{
    private readonly Help.HelpContent _content = new();
    private readonly TestClock _clock = new();
    private KbApplication _kb = null!;

    public async Task InitializeAsync() => _kb = await KbApplication.StartAsync(
        new TestOptions { Content = _content.Folder, Services = services => services.AddSingleton<TimeProvider>(_clock) });

    public async Task DisposeAsync()
    {
        await _kb.DisposeAsync();
        _content.Remove();
    }

    [Fact]
    public async Task What_answered_most_people_is_offered_before_anybody_types_to_each_what_they_may_read()
    {
        await QuoteAsync("refund-part");
        await QuoteAsync("refund");
        await QuoteAsync("refund");
        await QuoteForStaffAsync();
        using var stranger = _kb.CreateBrowser();
        using var agent = await _kb.SignInAsync();

        var help = await stranger.GetStringAsync("/help");
        var staff = await agent.GetStringAsync("/search");

        Assert.Matches("(?s)Чаще всего спрашивают.*Как вернуть деньги.*Частичный возврат", help);
        Assert.DoesNotContain("Внутреннее про возврат", help, StringComparison.Ordinal);
        Assert.Contains("Внутреннее про возврат", staff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_conversation_nothing_is_claimed_to_be_popular_and_the_main_questions_stand_in()
    {
        using var stranger = _kb.CreateBrowser();

        var help = await stranger.GetStringAsync("/help");

        Assert.DoesNotContain("Чаще всего спрашивают", help, StringComparison.Ordinal);
        Assert.Matches("(?s)Основные вопросы.*Как вернуть деньги", help);
    }

    [Fact]
    public async Task One_article_is_not_called_the_most_asked()
    {
        await QuoteAsync("refund-part");
        using var stranger = _kb.CreateBrowser();

        Assert.Matches("(?s)Основные вопросы.*Как вернуть деньги", await stranger.GetStringAsync("/help"));
    }

    [Fact]
    public async Task What_was_asked_more_than_thirty_days_ago_says_nothing_of_today()
    {
        await QuoteAsync("refund-part");
        await QuoteAsync("refund");
        _clock.Advance(TimeSpan.FromDays(31));
        using var stranger = _kb.CreateBrowser();

        Assert.DoesNotContain("Чаще всего спрашивают", await stranger.GetStringAsync("/help"), StringComparison.Ordinal);
    }

    private async Task QuoteAsync(string article)
    {
        using var agent = await _kb.CreateAgentClientAsync();
        var opened = await (await agent.SendAsync("/api/tickets", new { text = "Как вернуть деньги?" })).JsonAsync();
        var reply = await agent.SendAsync($"/api/tickets/{opened.GetProperty("id").GetString()}/reply", new { text = "Вот статья.", articleIds = new[] { article } });
        Assert.Equal(HttpStatusCode.Created, reply.StatusCode);
    }

    private async Task QuoteForStaffAsync()
    {
        await using var db = await _kb.Services.GetRequiredService<IDbContextFactory<DeskDbContext>>().CreateDbContextAsync();
        var quoting = await db.Messages.AsNoTracking().OrderByDescending(message => message.Id).FirstAsync(message => message.Author == MessageAuthor.Agent);
        var quote = new Message
        {
            Id = MessageId.From("zzz"),
            ConversationId = quoting.ConversationId,
            Seq = quoting.Seq + 1,
            Author = MessageAuthor.Agent,
            Text = "Только для команды.",
            Format = TextFormat.Plain,
            Sources = [new MessageSource("refund-inside", "Внутреннее про возврат", null, new DateOnly(2026, 11, 12))],
            At = _clock.GetUtcNow(),
        };
        db.Messages.Add(quote);
        await db.SaveChangesAsync();
    }
}
