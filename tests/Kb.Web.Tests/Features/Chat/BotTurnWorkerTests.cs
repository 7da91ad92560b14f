using Kb.Web.Features.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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

    [Fact]
    public async Task A_bug_in_the_bot_brings_a_person_and_the_next_student_is_answered()
    {
        await using var kb = await KbApplication.StartAsync(ScriptedBot.Options);
        var unlucky = await kb.CreateAnonymousClientAsync();
        var id = await unlucky.StartConversationAsync();
        await using var stream = await EventReader.OpenAsync(unlucky, $"/api/conversations/{id}/events");

        await unlucky.SayAsync(id, "сломайся");
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

    private static void WithoutWorker(IServiceCollection services)
    {
        services.AddSingleton<AnswerTurn>(ScriptedBot.Reply);
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(BotTurnWorker)));
    }
}
