using System.Net;
using System.Net.Http.Json;
using Kb.Web.Knowledge;
using Kb.Web.Knowledge.Models;
using Kb.Web.Security;
using Kb.Web.Tests.Knowledge.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Features.BotModels;

/// <summary>The folder is followed by hand, so that no test waits for a worker.</summary>
public sealed class BotModelsTests : IAsyncLifetime, IDisposable
{
    private readonly EditedBase _base = new();
    private KbApplication _kb = null!;

    public async Task InitializeAsync() => _kb = await KbApplication.StartAsync(new TestOptions
    {
        Content = _base.Path,
        Models = Directory.CreateDirectory(Path.Combine(_base.Data, "models")).FullName,
        Configuration = new() { ["Kb:Content:PollInterval"] = "01:00:00", ["Kb:Bot:Answers:SearchWeight"] = "0" },
    });

    public async Task DisposeAsync() => await _kb.DisposeAsync();

    public void Dispose() => _base.Dispose();

    [Fact]
    public async Task Programs_of_editors_see_which_model_answers_and_what_its_training_found_out()
    {
        using var editor = await _kb.CreateStaffClientAsync(KbRoles.Editor);

        var models = await (await editor.GetAsync("/api/bot/models")).JsonAsync();

        var only = Assert.Single(models.GetProperty("items").EnumerateArray());
        Assert.Equal(models.GetProperty("active").GetString(), only.GetProperty("id").GetString());
        Assert.Equal(models.GetProperty("own").GetString(), only.GetProperty("id").GetString());
        Assert.Equal(19, only.GetProperty("metrics").GetProperty("phrases").GetInt32());
        Assert.InRange(only.GetProperty("metrics").GetProperty("accuracy").GetDouble(), 0.1, 1);
        Assert.True(only.GetProperty("training").GetProperty("seconds").GetDouble() >= 0);
    }

    [Fact]
    public async Task An_editor_reads_why_the_bot_was_not_renewed_and_takes_the_new_model_all_the_same()
    {
        using var browser = await _kb.SignInAsync();
        _base.MixUpPhrases();
        Follow();

        var page = await browser.GetStringAsync("/bot/models");
        var elsewhere = await browser.GetStringAsync("/desk");
        var own = Current.Edition.Model.Own!;
        var unsigned = await browser.PostAsync("/bot/models", new FormUrlEncodedContent([new("id", own)]));
        var taken = await browser.SubmitAsync("/bot/models", "/bot/models", new() { ["id"] = own });
        var after = await browser.GetStringAsync("/bot/models");

        Assert.Contains("Бот не обновлён: отвечает прежняя модель", page, StringComparison.Ordinal);
        Assert.Contains("Верно угаданных вопросов 2 из 14, а было 14.", page, StringComparison.Ordinal);
        Assert.Contains("выдайте сертификат", page, StringComparison.Ordinal);
        Assert.Contains("Бот не обновлён после правки базы", elsewhere, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, unsigned.StatusCode);
        Assert.Equal(HttpStatusCode.Found, taken.StatusCode);
        Assert.Equal(own, Current.Edition.Model.Id);
        Assert.DoesNotContain("Бот не обновлён", after, StringComparison.Ordinal);
        Assert.Contains("решение: ", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_switches_back_to_an_earlier_model()
    {
        using var editor = await _kb.CreateStaffClientAsync(KbRoles.Editor);
        var first = Current.Edition.Model.Id!;
        _base.AddPhrase();
        Follow();

        var answer = await editor.PostAsJsonAsync($"/api/bot/models/{first}/activate", new { });
        var view = await answer.JsonAsync();
        var unknown = await editor.PostAsJsonAsync("/api/bot/models/abc/activate", new { });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(first, view.GetProperty("active").GetString());
        Assert.NotEqual(first, view.GetProperty("own").GetString());
        Assert.Equal(first, Current.Edition.Model.Id);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task While_the_bot_learns_a_switch_is_put_off()
    {
        using var editor = await _kb.CreateStaffClientAsync(KbRoles.Editor);
        var id = Current.Edition.Model.Id!;
        using var learning = new ManualResetEventSlim();
        using var tried = new ManualResetEventSlim();
        var worker = Task.Factory.StartNew(
            () =>
            {
                using var changing = Current.Changing.EnterScope();
                learning.Set();
                tried.Wait();
            },
            TaskCreationOptions.LongRunning);
        learning.Wait();

        var answer = await editor.PostAsJsonAsync($"/api/bot/models/{id}/activate", new { });
        tried.Set();
        await worker;

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Бот сейчас учится", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agents_neither_see_nor_switch_models()
    {
        using var agent = await _kb.CreateAgentClientAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync("/api/bot/models")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.PostAsJsonAsync("/api/bot/models/abc/activate", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync("/bot/models")).StatusCode);
    }

    private CurrentKnowledge Current => _kb.Services.GetRequiredService<CurrentKnowledge>();

    /// <summary>What the server does after every change of the folder.</summary>
    private void Follow()
    {
        var reading = _kb.Services.GetRequiredService<KnowledgeSource>().Read(new Progress<string>(), atOnce: true);
        var renewed = _kb.Services.GetRequiredService<BotRenewal>()
            .Renew(Assert.IsType<KnowledgeReading.Good>(reading).Edition, new BuildSteps(new Progress<string>(), TimeProvider.System), CancellationToken.None);
        Current.Publish(renewed);
    }
}
