using System.Text.RegularExpressions;
using Kb.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kb.Browser.Tests;

/// <summary>The fields that search as you type, by keyboard alone and as a screen reader is told of them.</summary>
[Collection(BrowserTests.Name)]
public sealed class SearchTests(Chromium chromium, SearchTests.Server server) : IClassFixture<SearchTests.Server>
{
    private readonly RunningKb _kb = server.Kb;

    [BrowserFact]
    public async Task An_agent_finds_chooses_and_opens_an_answer_by_keyboard_alone()
    {
        await using var agent = await chromium.NewPersonAsync();
        var page = await StartAsync(agent);
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Что искать" });

        await page.Keyboard.PressAsync("Control+KeyK"); // From the queue: leads to the page of search, whose field has the focus.
        await page.ArriveAsync("/search$");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("сертификат");
        var options = page.GetByRole(AriaRole.Listbox, new() { Name = "Ответы базы" }).GetByRole(AriaRole.Option);
        await Assertions.Expect(options.First).ToBeVisibleAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(page.Locator("[data-search-status]")).ToContainTextAsync(new Regex("^Наш(ёлся|лись|лось) [0-9]+ материал"));
        await Assertions.Expect(options.First.Locator("mark").First).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await AssertActiveAsync(field, options.First);
        await page.Keyboard.PressAsync("ArrowUp"); // Around to the last.
        await AssertActiveAsync(field, options.Last);
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(field).Not.ToHaveAttributeAsync("aria-activedescendant", new Regex(".+"));
        await Assertions.Expect(field).ToHaveValueAsync("сертификат");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(field).ToHaveValueAsync("сертификат");
        await page.Keyboard.PressAsync("ArrowDown"); // Opens again.
        await AssertActiveAsync(field, options.First);
        await page.Keyboard.PressAsync("Enter");

        await page.ArriveAsync("/search/");
    }

    [BrowserFact]
    public async Task Enter_without_a_choice_shows_everything_and_the_search_is_remembered_until_it_is_forgotten()
    {
        await using var agent = await chromium.NewPersonAsync();
        var page = await StartAsync(agent, "/search");

        await page.Keyboard.TypeAsync("сертификат");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(@"/search\?q=");
        await Assertions.Expect(page.GetByRole(AriaRole.Article).First).ToContainTextAsync("Скачать сертификат");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Скопировать ссылку", Exact = true }).First).ToBeVisibleAsync();
        await page.GotoAsync(_kb.Url + "/search");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Вы искали" }).GetByRole(AriaRole.Link)).ToHaveTextAsync("сертификат");

        await page.GetByRole(AriaRole.Button, new() { Name = "Забыть эти запросы" }).PressAsync("Enter");
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Вы искали" })).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task The_page_follows_the_field_under_the_list()
    {
        await using var agent = await chromium.NewPersonAsync();
        var page = await StartAsync(agent, "/search");

        await page.Keyboard.TypeAsync("сертиф");
        await Assertions.Expect(page.GetByRole(AriaRole.Article).First).ToContainTextAsync("Скачать сертификат");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Скопировать ссылку", Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/search\\?q=[^&]+$"));
        await page.GetByRole(AriaRole.Combobox).FillAsync("");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Основные вопросы" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task What_an_agent_opened_is_offered_again_in_this_browser_alone()
    {
        await using var agent = await chromium.NewPersonAsync();
        var page = await StartAsync(agent, "/search/articles/certificate-get");

        await page.GotoAsync(_kb.Url + "/search");

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Вы открывали" }).GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/search/articles/certificate-get");
        await using var other = await chromium.NewPersonAsync();
        var elsewhere = await StartAsync(other, "/search");
        await Assertions.Expect(elsewhere.GetByRole(AriaRole.Region, new() { Name = "Вы открывали" })).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task The_slash_key_works_by_its_place_and_can_be_switched_off()
    {
        await using var agent = await chromium.NewPersonAsync();
        var page = await StartAsync(agent, "/search?q=сертификат");
        var field = page.GetByRole(AriaRole.Combobox);

        await page.GetByRole(AriaRole.Link).Last.FocusAsync();
        await page.Keyboard.PressAsync("Slash");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.GetByText("Клавиши:").PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Отключить клавишу «/»" }).PressAsync("Enter");
        await page.Keyboard.PressAsync("Slash");
        await Assertions.Expect(field).Not.ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+KeyK");

        await Assertions.Expect(field).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_late_answer_to_an_earlier_text_changes_nothing()
    {
        await using var agent = await chromium.NewPersonAsync();
        var page = await StartAsync(agent, "/search");
        var isFirstHeld = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await page.RouteAsync("**/api/search?**", async route =>
        {
            var isFirst = Uri.UnescapeDataString(route.Request.Url).Contains("q=щщщ&", StringComparison.Ordinal);
            if (isFirst)
            {
                isFirstHeld.TrySetResult();
                await release.Task;
            }

            try
            {
                await route.ContinueAsync();
            }
            catch (PlaywrightException) when (isFirst)
            {
                // The page gave this question up: just what should happen.
            }
        });

        await page.Keyboard.TypeAsync("щщщ");
        await isFirstHeld.Task;
        await page.GetByRole(AriaRole.Combobox).FillAsync("сертификат");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        release.SetResult();

        await Assertions.Expect(page.Locator("[data-search-status]")).Not.ToContainTextAsync("Ничего не нашлось");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_answer_of_the_base_goes_into_the_reply_with_the_keyboard()
    {
        var id = await _kb.OpenTicketAsync("Где сертификат", "Мария");
        await using var agent = await chromium.NewPersonAsync();
        var page = await StartAsync(agent, $"/desk/tickets/{id}");
        var reply = page.GetByLabel("Ответ студенту");

        await reply.FillAsync("Здравствуйте!");
        await page.Keyboard.PressAsync("Control+KeyK");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Найти ответ в базе" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("как получить сертификат");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Как получить сертификат");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reply).ToBeFocusedAsync();
        await Assertions.Expect(reply).ToHaveValueAsync("Здравствуйте!\n\nОткройте раздел «Документы» и нажмите «Скачать сертификат».");

        await page.Keyboard.PressAsync("Control+KeyK");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.GetByRole(AriaRole.Combobox)).ToHaveAttributeAsync("aria-activedescendant", "find-list-0");
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(reply).ToHaveValueAsync(new Regex("Как получить сертификат: http://[^ ]+/help/articles/certificate-get$"));
        Assert.Equal(["certificate-get"], await SendAsync(page, id));

        await reply.FillAsync("Ещё вопросы есть?");
        Assert.Empty((await SendAsync(page, id))[1..]); // What is no longer in the text is no source of it.
    }

    /// <summary>Sends the reply; the articles that the answers of the ticket were quoted from.</summary>
    private static async Task<string[]> SendAsync(IPage page, string ticket)
    {
        var reply = page.GetByLabel("Ответ студенту");
        await reply.PressAsync("Control+Enter");
        await Assertions.Expect(reply).ToHaveValueAsync("");
        return await page.EvaluateAsync<string[]>(
            "async (id) => (await (await fetch(`/api/tickets/${id}`)).json()).messages.flatMap((message) => message.sources.map((source) => source.id))", ticket);
    }

    [BrowserFact]
    public async Task Help_suggests_while_typing_and_offers_a_person_when_nothing_is_found()
    {
        await using var student = await chromium.NewPersonAsync(width: 390, height: 800);
        var page = await student.NewPageAsync();
        await page.GotoAsync(_kb.Url + "/help");

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Вопрос" }).PressSequentiallyAsync("сертифи");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Как получить сертификат");
        await page.GetByRole(AriaRole.Combobox).FillAsync("щщщ");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(@"/help\?q=");
        await page.GetByRole(AriaRole.Button, new() { Name = "Спросить в чате" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Textbox).Last).ToHaveValueAsync("щщщ");
    }

    [BrowserFact]
    public async Task Both_searches_work_without_scripts_and_at_any_width()
    {
        await using var agent = await chromium.NewPersonAsync(width: 320, height: 640);
        await agent.RouteAsync("**/*.js", route => route.AbortAsync());
        var page = await StartAsync(agent, "/search");

        await page.GetByLabel("Что искать").FillAsync("сертификат");
        await page.GetByRole(AriaRole.Button, new() { Name = "Найти" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Тип" }).GetByRole(AriaRole.Link, new() { Name = "Статьи" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Article)).ToHaveCountAsync(1);
        Assert.Equal(320, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.GotoAsync(_kb.Url + "/help");
        await page.GetByLabel("Вопрос", new() { Exact = true }).FillAsync("сертификат");
        await page.GetByRole(AriaRole.Button, new() { Name = "Найти" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Как получить сертификат" })).ToBeVisibleAsync();
        Assert.Equal(320, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [BrowserFact]
    public async Task Everything_on_the_page_has_a_name_and_shows_its_focus()
    {
        await using var agent = await chromium.NewPersonAsync();
        var page = await StartAsync(agent, "/search?q=сертификат");

        var nameless = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('a, button, input:not([type=hidden]), summary')]
              .filter((it) => !it.hidden && !(it.textContent.trim() || it.labels?.length || it.getAttribute('aria-label')))
              .map((it) => it.outerHTML)
            """);
        Assert.Empty(nameless);
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.Equal(0, await page.Locator("[role=option] a, [role=option] button").CountAsync());
        for (var stop = 0; stop < 25; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.True(
                await page.EvaluateAsync<bool>("() => document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle !== 'none'"),
                await page.EvaluateAsync<string>("() => document.activeElement.outerHTML"));
        }
    }

    private async Task<IPage> StartAsync(IBrowserContext agent, string? path = null)
    {
        var page = await agent.NewPageAsync();
        await _kb.SignInAsync(page);
        if (path is not null)
        {
            await page.GotoAsync(_kb.Url + path);
        }

        return page;
    }

    private static async Task AssertActiveAsync(ILocator field, ILocator option)
    {
        await Assertions.Expect(option).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", await option.GetAttributeAsync("id") ?? "");
        await Assertions.Expect(field).ToBeFocusedAsync();
    }

    /// <summary>One server for the whole class.</summary>
    public sealed class Server : IAsyncLifetime
    {
        internal RunningKb Kb { get; private set; } = null!;

        public async Task InitializeAsync() => Kb = await RunningKb.StartAsync(RunningKb.SmallBase);

        public Task DisposeAsync() => Kb.DisposeAsync().AsTask();
    }
}
