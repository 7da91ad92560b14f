using Kb.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kb.Browser.Tests;

/// <summary>What Kb is for, in one piece: the bot answers, a person takes over, and nobody reloads a page.</summary>
[Collection(BrowserTests.Name)]
public sealed class LoopTests(Chromium chromium)
{
    private const string Agent = "olga@example.ru";

    [BrowserFact]
    public async Task A_student_gets_an_answer_with_its_source_then_a_person_and_then_that_persons_reply()
    {
        await using var kb = await KbProcess.RunFromSourceAsync();
        var password = await kb.AddAgentAsync(Agent, "Ольга Белова");
        await using var agent = await chromium.NewPersonAsync();
        var desk = await SignInAsync(agent, kb.Address, password);
        await using var student = await chromium.NewPersonAsync();
        var lesson = await student.NewPageAsync();
        await lesson.GotoAsync(new Uri(kb.Address, "/demo").AbsoluteUri);
        var widget = new WidgetDriver(lesson);
        await ForbidReloadAsync(desk);
        await ForbidReloadAsync(lesson);

        await widget.OpenAsync();
        await widget.SayAsync("как скачать сертификат");
        await widget.SeesAsync("Откройте личный кабинет");
        await Assertions.Expect(widget.Talk.GetByText("Источник:")).ToContainTextAsync("Как получить сертификат");

        await widget.SayAsync("передать апиратору");
        await Assertions.Expect(widget.Panel.GetByText("Статус обращения:")).ToContainTextAsync("Открыт · вопрос у оператора, ответим");
        await Assertions.Expect(widget.Panel.GetByRole(AriaRole.Button, new() { Name = "Передать оператору" })).ToBeHiddenAsync();
        await Assertions.Expect(widget.Panel.GetByRole(AriaRole.Textbox, new() { Name = "Дополнить сообщение" })).ToBeVisibleAsync();
        await widget.SayAsync("алло?");
        await widget.SeesAsync("Отправлено оператору");
        await Assertions.Expect(desk.GetByRole(AriaRole.Region, new() { Name = "Обращения" })).ToContainTextAsync("Мария Соколова");
        await AssertNotReloadedAsync(desk);

        await desk.GetByRole(AriaRole.Region, new() { Name = "Обращения" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Взять себе" }).ClickAsync();
        await desk.GetByLabel("Ответ студенту").FillAsync("Сертификат уже в разделе «Документы», проверьте, пожалуйста.");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Ответить" }).ClickAsync();

        await widget.SeesAsync("Сертификат уже в разделе «Документы»");
        await widget.SeesAsync("Ольга Белова, оператор");
        await Assertions.Expect(widget.Panel.GetByText("Статус обращения:")).Not.ToContainTextAsync("ответим");
        await AssertNotReloadedAsync(lesson);
    }

    private static async Task<IPage> SignInAsync(IBrowserContext agent, Uri kb, string password)
    {
        var page = await agent.NewPageAsync();
        await page.GotoAsync(new Uri(kb, "/account/login?returnUrl=/desk").AbsoluteUri);
        await page.Locator("input[name=email]").FillAsync(Agent);
        await page.Locator("input[name=password]").FillAsync(password);
        await page.Locator("input[name=password]").PressAsync("Enter");
        await page.ArriveAsync("/desk$");
        return page;
    }

    /// <summary>Marks the page; a reload would forget the mark.</summary>
    private static async Task ForbidReloadAsync(IPage page) => await page.EvaluateAsync("window.isSamePage = true");

    private static async Task AssertNotReloadedAsync(IPage page) => Assert.True(await page.EvaluateAsync<bool>("window.isSamePage === true"));
}
