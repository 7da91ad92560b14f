using Kb.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kb.Browser.Tests;

/// <summary>«Спросить бота», on the smallest phone.</summary>
[Collection(BrowserTests.Name)]
public sealed class WidgetAskBotTests(Chromium chromium, SharedKb shared)
{
    [BrowserFact]
    public async Task Whoever_waits_for_a_person_may_ask_the_bot_something_else_and_come_back()
    {
        await using var person = await chromium.NewPersonAsync(320, 640);
        var page = await person.NewPageAsync();
        await page.GotoAsync(new Uri(shared.Server.Address, "/demo?student=none").AbsoluteUri);
        var widget = new WidgetDriver(page);
        var askBot = widget.Panel.GetByRole(AriaRole.Button, new() { Name = "Спросить бота" });
        var call = widget.Panel.GetByRole(AriaRole.Button, new() { Name = "Передать оператору" });
        await widget.OpenAsync();
        await Assertions.Expect(askBot).ToBeHiddenAsync();
        await widget.SayAsync("позовите оператора");
        await Assertions.Expect(askBot).ToBeVisibleAsync();

        await askBot.ClickAsync();
        await widget.SeesAsync("Слушаю. Обращение остаётся у специалистов");
        await Assertions.Expect(askBot).ToBeHiddenAsync();
        await Assertions.Expect(widget.Panel.GetByRole(AriaRole.Textbox, new() { Name = "Ваш вопрос" })).ToBeFocusedAsync();
        await Assertions.Expect(widget.Panel.GetByText("Статус обращения:")).ToContainTextAsync("Открыт · вопрос у оператора");
        await Assertions.Expect(widget.Panel.GetByText("Статус обращения:")).Not.ToContainTextAsync("Можно дописать подробности");
        await widget.SayAsync("как скачать сертификат");
        await widget.SeesAsync("Источник: Как получить сертификат");
        await page.ReloadAsync();
        await widget.OpenAsync();
        await call.ClickAsync();

        await widget.SeesAsync("Разговор продолжится в обращении №");
        await Assertions.Expect(call).ToBeHiddenAsync();
        await Assertions.Expect(widget.Panel.GetByRole(AriaRole.Textbox, new() { Name = "Дополнить сообщение" })).ToBeVisibleAsync();
        Assert.True(await widget.Panel.EvaluateAsync<bool>("panel => [...panel.querySelectorAll('*')].every(e => e.getBoundingClientRect().right <= innerWidth + 1)"));
    }
}
