using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Kb.Web.Tests.Faults;

public sealed class KillTests
{
    private const int Students = 4;

    /// <summary>How many deaths: a few on every run, as many as one likes with <c>KB_KILLS=100</c>.</summary>
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("KB_KILLS"), out var kills) ? kills : 5;

    [Fact]
    public async Task Kills_under_load_lose_no_acknowledged_message_and_double_none()
    {
        await using var server = new KilledServer();
        await server.StartAsync();
        var random = new Random(20261124);
        using var over = new CancellationTokenSource();
        var students = Enumerable.Range(0, Students).Select(n => new PersistentStudent(server, n)).ToList();
        var load = students.Select(student => Task.Run(() => student.TalkAsync(over.Token))).ToList();

        for (var kill = 0; kill < Kills; kill++)
        {
            // By work done and not by the clock: on a slow machine too, every death comes in the middle of writing.
            await Task.WhenAny(load.Append(WaitForAsync(students, Acknowledged(students) + random.Next(2, 30))));
            await server.KillAsync();
            await server.StartAsync();
        }

        await over.CancelAsync();
        await Task.WhenAll(load);

        await WaitUntilAnsweredAsync(server.Database);
        foreach (var student in students)
        {
            await student.AssertNothingLostAsync();
        }

        Assert.True(Acknowledged(students) > 2 * Kills, "The load was too small to prove anything.");
        Assert.Equal("ok", await CheckAsync(server.Database));
    }

    private static int Acknowledged(List<PersistentStudent> students) => students.Sum(student => student.Count);

    private static async Task WaitForAsync(List<PersistentStudent> students, int count)
    {
        while (Acknowledged(students) < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    private static async Task<object?> CheckAsync(string database) => (await ReadAsync(database, "PRAGMA integrity_check")).Single();

    private static async Task WaitUntilAnsweredAsync(string database)
    {
        while ((await ReadAsync(database, "SELECT seq FROM pending_turns")).Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    /// <summary>The first column.</summary>
    private static async Task<List<object>> ReadAsync(string database, string query, string? conversation = null)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        command.Parameters.AddWithValue("$conversation", conversation ?? "");
        await using var reader = await command.ExecuteReaderAsync();
        List<object> values = [];
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetValue(0));
        }

        return values;
    }

    /// <summary>A student whose device sends every message until it is acknowledged, each under its own key.</summary>
    private sealed class PersistentStudent(KilledServer server, int number)
    {
        private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

        private string? _session;
        private string? _conversation;

        /// <summary>Texts with the numbers that the server gave them.</summary>
        public Dictionary<string, long> Acknowledged { get; } = [];

        /// <summary>How many of them, readable while the talk goes on.</summary>
        public int Count { get; private set; }

        public async Task TalkAsync(CancellationToken over)
        {
            _session = await UntilDoneAsync(client => client.OpenSessionAsync());
            _conversation = await UntilDoneAsync(client => client.StartConversationAsync($"start-{number}"));
            for (var n = 1; !over.IsCancellationRequested; n++)
            {
                var text = $"сообщение {n} ученика {number}";
                Acknowledged[text] = await UntilDoneAsync(client => client.SayAsync(_conversation, text, $"{number}-{n}"));
                Count = n;
            }
        }

        public async Task AssertNothingLostAsync()
        {
            var messages = await UntilDoneAsync(client => client.ReadAllAsync(_conversation!));
            var mine = messages.Where(message => message.GetProperty("author").GetString() == "student").ToList();
            var stored = mine.ToDictionary(message => message.GetProperty("text").GetString()!, message => message.GetProperty("seq").GetInt64());
            Assert.Equal(Enumerable.Range(1, messages.Count).Select(seq => (long)seq), messages.Select(message => message.GetProperty("seq").GetInt64()));
            Assert.Equal(Acknowledged.OrderBy(said => said.Value), stored.OrderBy(said => said.Value));
            // The bot takes a burst as one turn, and each turn once: what it owed at a death it gave after it.
            var turns = await TurnsAsync();
            Assert.Equal(stored.OrderBy(said => said.Value).Select(said => said.Key), turns.SelectMany(text => text.Split('\n')));
            Assert.Equal(turns.Count, messages.Count(message => message.GetProperty("author").GetString() == "bot"));
        }

        /// <summary>What the bot read, turn by turn.</summary>
        private async Task<List<string>> TurnsAsync() =>
        [
            .. (await ReadAsync(server.Database, "SELECT payload FROM dialogue_events WHERE conversation_id = $conversation ORDER BY ordinal", _conversation))
                .Select(payload => JsonDocument.Parse((string)payload).RootElement)
                .Where(happened => happened.GetProperty("type").GetString() == "wrote")
                .Select(happened => happened.GetProperty("text").GetString()!),
        ];

        private async Task<T> UntilDoneAsync<T>(Func<StubbornClient, Task<T>> act)
        {
            while (true)
            {
                try
                {
                    if (server.Address is { } address)
                    {
                        using var client = new StubbornClient(address, _session);
                        return await act(client);
                    }
                }
                catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
                {
                    // Dead, or dying while it answered: whether it stored the message only the next answer tells.
                }

                await Task.Delay(Pause, TimeProvider.System);
            }
        }
    }
}
