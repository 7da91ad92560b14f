using System.Collections.Immutable;
using Kb.Desk.Calendars;
using Kb.Web.Features.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kb.Web.Tests.Features.Chat;

public sealed class BotTurnWorkerTests
{
    [Fact]
    public async Task A_turn_that_was_pending_when_the_process_died_is_answered_after_the_next_start()
    {
        await using var kb = await KbApplication.StartAsync(ScriptedBot.Options with { Services = WithoutWorker });
        var student = await kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();
        await student.SayAsync(id, "как скачать сертификат");
        var before = await student.MessagesAsync(id);

        using var worker = ActivatorUtilities.CreateInstance<BotTurnWorker>(kb.Services);
        await worker.StartAsync(CancellationToken.None);
        await using var stream = await EventReader.OpenAsync(student, $"/api/conversations/{id}/events");
        var answer = await stream.NextAsync("message", message => message.GetProperty("author").GetString() == "bot");
        await worker.StopAsync(CancellationToken.None);

        Assert.Single(before);
        Assert.Equal(2, answer.Data.GetProperty("seq").GetInt64());
        Assert.Equal(2, (await student.MessagesAsync(id)).Count);
    }

    [Theory]
    [InlineData("сломайся")]
    [InlineData("забудь всё")]
    public async Task A_bug_in_the_bot_brings_a_person_and_the_next_student_is_answered(string said)
    {
        await using var kb = await KbApplication.StartAsync(ScriptedBot.Options);
        var unlucky = await kb.CreateAnonymousClientAsync();
        var id = await unlucky.StartConversationAsync();
        await using var stream = await EventReader.OpenAsync(unlucky, $"/api/conversations/{id}/events");

        await unlucky.SayAsync(id, said);
        var apology = await stream.NextAsync("message", message => message.GetProperty("author").GetString() == "bot");
        var status = await stream.NextAsync("status", data => data.GetProperty("status").GetString() == "open");
        var lucky = await kb.CreateAnonymousClientAsync();
        var other = await lucky.StartConversationAsync();
        await using var next = await EventReader.OpenAsync(lucky, $"/api/conversations/{other}/events");
        await lucky.SayAsync(other, "как скачать сертификат");

        Assert.Equal(
            "Не получилось найти ответ. Передаю вопрос специалисту. Ответим в течение 5 минут.",
            apology.Data.GetProperty("text").GetString());
        Assert.Equal("Открыт", status.Data.GetProperty("statusLabel").GetString());
        await next.NextAsync("message", message => message.GetProperty("text").GetString() == ScriptedBot.Answer);
    }

    [Fact]
    public async Task A_calendar_without_working_hours_stops_neither_the_server_nor_its_reading()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var closed = new WorkingCalendar(
            TimeZoneInfo.Utc,
            new Dictionary<DayOfWeek, ImmutableArray<WorkingHours>> { [DayOfWeek.Monday] = [WorkingHours.WholeDay] },
            Enumerable.Range(-1, 500).ToDictionary(today.AddDays, _ => ImmutableArray<WorkingHours>.Empty));
        await using var kb = await KbApplication.StartAsync(new TestOptions
        {
            Services = services => services.AddSingleton<AnswerTurn>(ScriptedBot.Reply).AddSingleton(closed),
        });
        var stopping = kb.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var log = new SkippedTurns(kb.Services.GetRequiredService<ILoggerFactory>());
        var student = await kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();

        await student.SayAsync(id, "как скачать сертификат");
        await log.Skipped;

        Assert.False(stopping.IsCancellationRequested);
        Assert.Single(await student.MessagesAsync(id));
    }

    private sealed class SkippedTurns : ILoggerProvider, ILogger
    {
        private readonly TaskCompletionSource _skipped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SkippedTurns(ILoggerFactory loggers) => loggers.AddProvider(this);

        public Task Skipped => _skipped.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Name == "TurnSkipped")
            {
                _skipped.TrySetResult();
            }
        }

        public void Dispose()
        {
        }
    }

    private static void WithoutWorker(IServiceCollection services)
    {
        services.AddSingleton<AnswerTurn>(ScriptedBot.Reply);
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(BotTurnWorker)));
    }
}
