using System.Collections.Immutable;
using Kb.Content.Register;
using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Desk.Tests;

/// <summary>A desk on a real database file in a folder of its own, with a clock that the test moves.</summary>
internal sealed class TestDesk : IAsyncDisposable
{
    public static readonly RequestKind Certificate = new(
        new KindId("certificate-get"), "documents", "Получить сертификат", 2, ServiceClass.Urgent, AnswerMode.Self, []);

    private readonly ServiceProvider _services;
    private readonly string _folder;

    private TestDesk(ServiceProvider services, string folder) => (_services, _folder) = (services, folder);

    public ManualClock Clock => (ManualClock)Get<TimeProvider>();

    public DeskWriter Writer => Get<DeskWriter>();

    public string Folder => _folder;

    public static async Task<TestDesk> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kb-desk-").FullName;
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new ManualClock(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)))
            .AddSingleton<Comfort>(text => text.Contains("не хочу жить", StringComparison.Ordinal) ? "Позвоните 112." : null)
            .AddSingleton<Farewell>(text => text == "Благодарю!")
            .AddKbDesk(new DeskDatabase(Path.Combine(folder, "kb.db")), WorkingCalendar.AroundTheClock(zone))
            .BuildServiceProvider();
        var desk = new TestDesk(services, folder);
        await desk.Get<DeskDatabase>().PrepareAsync(desk.Get<IDbContextFactory<DeskDbContext>>(), CancellationToken.None);
        return desk;
    }

    public static ConversationOwner Session(string id) => new ConversationOwner.Anonymous("demo", id);

    public static StaffMember Agent(string name) => new($"id-{name}", name);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<T> WriteAsync<T>(Func<DeskWrite, CancellationToken, Task<T>> work) => Writer.WriteAsync(work, CancellationToken.None);

    public async Task<T> ReadAsync<T>(Func<DeskDbContext, Task<T>> read)
    {
        await using var db = await Get<IDbContextFactory<DeskDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public async Task<ConversationId> StartConversationAsync(ConversationOwner owner) =>
        (await WriteAsync((write, token) => StartConversation.HandleAsync(write, owner, token))).Id;

    public Task<PostMessageResult> TryPostAsync(ConversationOwner owner, ConversationId id, string text) =>
        WriteAsync((write, token) => Get<PostMessage>().HandleAsync(write, owner, id, new MessageText.Accepted(text), token));

    public async Task<Message> PostAsync(ConversationOwner owner, ConversationId id, string text) =>
        Assert.IsType<PostMessageResult.Posted>(await TryPostAsync(owner, id, text)).Message;

    public async Task<Message> PressAsync(ConversationOwner owner, ConversationId id, string action) => Assert.IsType<PostMessageResult.Posted>(
        await WriteAsync((write, token) => Get<PostMessage>().PressAsync(write, owner, id, action, token))).Message;

    public Task<CompleteTurnResult> CompleteAsync(TurnToTake turn, TurnOutcome outcome) =>
        WriteAsync((write, token) => Get<CompleteTurn>().HandleAsync(write, turn.Conversation.Id, turn.Seqs, outcome, token));

    public Task<CompleteTurnResult> CompleteAsync(Message message, TurnOutcome outcome) =>
        WriteAsync((write, token) => Get<CompleteTurn>().HandleAsync(write, message.ConversationId, [message.Seq], outcome, token));

    public static NewMessage BotSays(string text, params ImmutableArray<MessageAction> actions) =>
        new(MessageAuthor.Bot, null, text, TextFormat.Markdown) { Actions = actions };

    public static TurnOutcome Answer(string text, params ImmutableArray<MessageAction> actions) =>
        new([BotSays(text, actions)], ["""{"answered":true}"""], null);

    public static TurnOutcome HandOver(string question, RequestKind? kind = null, DateTimeOffset? promisedBy = null) =>
        new([BotSays("Передаём вопрос оператору.")], [], new Handoff(kind, new HandoffPacket(question, ["certificate-get"], [], "asked"), promisedBy));

    /// <summary>A conversation of this owner that the bot has handed over.</summary>
    public async Task<Ticket> OpenTicketAsync(ConversationOwner owner, string question = "Где мой сертификат?", RequestKind? kind = null)
    {
        var id = await StartConversationAsync(owner);
        var message = await PostAsync(owner, id, question);
        var completed = Assert.IsType<CompleteTurnResult.Completed>(await CompleteAsync(message, HandOver(question, kind)));
        return await TicketAsync(completed.Ticket!.Value);
    }

    public async Task<Ticket> TicketAsync(TicketId id) => (await Get<ReadTickets>().FindAsync(id, CancellationToken.None))!;

    public Task<ClaimTicketResult> ClaimAsync(TicketId id, string agent) =>
        WriteAsync((write, token) => ClaimTicket.HandleAsync(write, id, Agent(agent), token));

    public Task<ReplyToTicketResult> ReplyAsync(TicketId id, string agent, string text) =>
        WriteAsync((write, token) => ReplyToTicket.HandleAsync(write, id, Agent(agent), new AgentReply(new MessageText.Accepted(text), [], null), token));

    public Task<MoveTicketResult> MoveAsync(TicketId id, string agent, TicketStatus to, int? seen = null) =>
        WriteAsync((write, token) => Get<MoveTicket>().HandleAsync(write, id, Agent(agent), new TicketMove(to, null, seen), token));

    public async Task<ImmutableArray<Message>> MessagesAsync(ConversationOwner owner, ConversationId id, long after = 0) =>
        (await Get<ReadConversations>().MessagesAsync(owner, id, after, CancellationToken.None))!.Value;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
