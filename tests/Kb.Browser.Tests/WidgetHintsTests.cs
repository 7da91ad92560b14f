using Kb.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kb.Browser.Tests;

/// <summary>Titles of answers while a student types: by keyboard, by finger, and as a screen reader is told of them.</summary>
[Collection(BrowserTests.Name)]
public sealed class WidgetHintsTests(Chromium chromium, SharedKb shared)
{
    private const string Suggestions = "**/api/widget/suggestions";

    [BrowserFact]
    public async Task A_student_chooses_an_answer_by_keyboard_alone()
    {
        await using var person = await chromium.NewPersonAsync();
        var (page, widget) = await OpenAsync(person);

        await page.Keyboard.TypeAsync("серт");
        await Assertions.Expect(widget.Hints).ToHaveCountAsync(3);
        await Assertions.Expect(widget.Panel.Locator("[aria-live=polite]").GetByText("3 подсказки")).ToHaveCountAsync(1);
        await AssertActiveAsync(widget, null);
        await page.Keyboard.PressAsync("ArrowUp"); // The list is above: the nearest title is the last.
        await AssertActiveAsync(widget, widget.Hints.Last);
        await page.Keyboard.PressAsync("ArrowDown");
        await AssertActiveAsync(widget, null);
        await page.Keyboard.PressAsync("ArrowDown");
        await AssertActiveAsync(widget, widget.Hints.First);
        await Assertions.Expect(widget.Input).ToBeFocusedAsync();
        await Assertions.Expect(widget.Input).ToHaveValueAsync("серт");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(widget.Mine("Как получить сертификат")).ToHaveCountAsync(1);
        await widget.SeesAsync("Источник: Как получить сертификат");
        await Assertions.Expect(widget.Hints).ToHaveCountAsync(0);
        await Assertions.Expect(widget.Input).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task Escape_closes_the_list_and_only_then_the_panel_and_Enter_sends_what_was_typed()
    {
        await using var person = await chromium.NewPersonAsync();
        var (page, widget) = await OpenAsync(person);

        await page.Keyboard.TypeAsync("сертификат");
        await Assertions.Expect(widget.Hints.First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(widget.Hints).ToHaveCountAsync(0);
        await Assertions.Expect(widget.Panel).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(widget.Panel).ToBeHiddenAsync();
        await widget.OpenAsync();
        await page.Keyboard.TypeAsync("ы"); // Somebody who goes on typing is helped again.
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(widget.Hints.First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(widget.Mine("сертификат")).ToHaveCountAsync(1);
        await Assertions.Expect(widget.Hints).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Nothing_is_asked_before_three_letters_and_a_pause_and_lines_are_no_search()
    {
        await using var person = await chromium.NewPersonAsync();
        var (page, widget) = await OpenAsync(person);
        var asked = new List<string>();
        page.Request += (_, request) => asked.AddRange(request.Url.EndsWith("/suggestions", StringComparison.Ordinal) ? [request.PostData ?? ""] : []);

        await page.Keyboard.TypeAsync("се");
        await page.WaitForTimeoutAsync(900);
        Assert.Empty(asked);
        await page.RunAndWaitForResponseAsync(() => page.Keyboard.TypeAsync("ртификат"), Suggestions);
        await Assertions.Expect(widget.Hints.First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Shift+Enter");
        await page.Keyboard.TypeAsync("и диплом");
        await page.WaitForTimeoutAsync(900);

        Assert.Equal(["""{"text":"сертификат"}"""], asked);
        await Assertions.Expect(widget.Hints).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Whoever_talks_with_a_person_is_offered_no_articles()
    {
        await using var person = await chromium.NewPersonAsync();
        var (page, widget) = await OpenAsync(person);
        await widget.SayAsync("позовите оператора");
        await Assertions.Expect(widget.Panel.GetByText("Статус обращения:")).ToBeVisibleAsync();
        var asked = 0;
        page.Request += (_, request) => asked += request.Url.EndsWith("/suggestions", StringComparison.Ordinal) ? 1 : 0;

        await page.Keyboard.TypeAsync("сертификат");
        await page.WaitForTimeoutAsync(900);

        Assert.Equal(0, asked);
        await Assertions.Expect(widget.Hints).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_server_that_refuses_suggestions_costs_the_list_and_nothing_else()
    {
        await using var person = await chromium.NewPersonAsync();
        var (page, widget) = await OpenAsync(person);
        await page.RouteAsync(Suggestions, route => route.AbortAsync());

        var failed = page.WaitForRequestAsync(Suggestions);
        await page.Keyboard.TypeAsync("как скачать сертификат");
        await failed;
        await page.Keyboard.PressAsync("Enter");

        await widget.SeesAsync("Источник");
        await Assertions.Expect(widget.Panel.Locator("[role=alert]")).ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task On_a_phone_the_list_covers_neither_the_text_nor_the_button_that_sends()
    {
        await using var person = await chromium.NewPersonAsync(360, 360); // What a keyboard leaves of a screen.
        var (page, widget) = await OpenAsync(person);

        await page.Keyboard.TypeAsync("сертификат");
        await Assertions.Expect(widget.Hints.First).ToBeVisibleAsync();

        foreach (var part in new[] { widget.Input, widget.Panel.GetByRole(AriaRole.Button, new() { Name = "Отправить" }) })
        {
            Assert.True(await part.EvaluateAsync<bool>(
                "part => { const { left, top, width, height, bottom } = part.getBoundingClientRect(); return bottom <= innerHeight && part.getRootNode().elementFromPoint(left + width / 2, top + height / 2) === part; }"));
        }

        await widget.Hints.First.TapAsync();
        await widget.SeesAsync("Источник: Как получить сертификат");
    }

    private static async Task AssertActiveAsync(WidgetDriver widget, ILocator? option)
    {
        await Assertions.Expect(widget.Input).ToHaveAttributeAsync("aria-activedescendant", option is null ? "" : (await option.GetAttributeAsync("id"))!);
        await Assertions.Expect(widget.Panel.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveCountAsync(option is null ? 0 : 1);
    }

    private async Task<(IPage Page, WidgetDriver Widget)> OpenAsync(IBrowserContext person)
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync(new Uri(shared.Server.Address, "/demo?student=none").AbsoluteUri);
        var widget = new WidgetDriver(page);
        await widget.OpenAsync();
        return (page, widget);
    }
}
