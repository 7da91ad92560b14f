using System.Text.RegularExpressions;
using Kb.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kb.Browser.Tests;

/// <summary>The agents' pages as agents use them.</summary>
[Collection(BrowserTests.Name)]
public sealed class DeskTests(Chromium chromium, DeskTests.Server server) : IClassFixture<DeskTests.Server>
{
    private readonly RunningKb _kb = server.Kb;

    [BrowserFact]
    public async Task A_new_ticket_announces_itself_in_the_queue_without_reloading()
    {
        await using var agent = await chromium.NewPersonAsync();
        var page = await agent.NewPageAsync();
        await _kb.SignInAsync(page);
        await page.EvaluateAsync("() => { window.stillTheSamePage = true; }");

        await OpenUntilHeardAsync(page, "Не приходит код для входа", "Мария");

        await Assertions.Expect(page.Locator(".ticket-row", new() { HasText = "Не приходит код для входа" }).First).ToBeVisibleAsync();
        Assert.Matches("^\\(\\d+\\) ", await page.TitleAsync());
        Assert.True(await page.EvaluateAsync<bool>("() => window.stillTheSamePage === true"));
    }

    [BrowserFact]
    public async Task A_ticket_that_came_while_a_page_changed_is_announced_on_the_next()
    {
        await using var agent = await chromium.NewPersonAsync();
        var page = await agent.NewPageAsync();
        await _kb.SignInAsync(page);
        await page.WaitForFunctionAsync("() => localStorage.getItem('kb-desk-place') !== null");

        await page.GotoAsync("about:blank");
        await _kb.OpenTicketAsync("Пришло между страницами", "Мария");
        await page.GotoAsync(_kb.Url + "/desk");

        await Assertions.Expect(page.Locator("[data-announcement]")).ToContainTextAsync("Пришло между страницами");
    }

    [BrowserFact]
    public async Task The_sound_can_be_silenced_and_stays_so()
    {
        await using var agent = await chromium.NewPersonAsync();
        var page = await agent.NewPageAsync();
        await _kb.SignInAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Звук: включён" }).ClickAsync();
        await page.ReloadAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Звук: выключен" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_agent_takes_a_ticket_answers_with_the_keyboard_and_closes_it_on_one_page()
    {
        var id = await _kb.OpenTicketAsync("Не могу скачать сертификат", "Мария Иванова");
        await using var agent = await chromium.NewPersonAsync();
        var page = await OpenTicketPageAsync(agent, id);

        await page.GetByRole(AriaRole.Button, new() { Name = "Взять себе" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Ведёт Администратор")).ToBeVisibleAsync();
        await page.GetByLabel("Ответ студенту").FillAsync("Сертификат появится до 18:00.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Сертификат появится до 18:00.");
        await Assertions.Expect(page.GetByLabel("Ответ студенту")).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Закрыть" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Чтобы ответить, верните его в работу")).ToBeVisibleAsync();
        Assert.Equal(1, await page.GetByText("Сертификат появится до 18:00.").CountAsync());
    }

    [BrowserFact]
    public async Task A_template_goes_into_the_reply_with_the_keyboard_and_its_gap_is_filled_before_it_is_sent()
    {
        var id = await _kb.OpenTicketAsync("Где сертификат", "Мария", "certificate-get");
        await using var agent = await chromium.NewPersonAsync();
        var page = await OpenTicketPageAsync(agent, id);
        var reply = page.GetByLabel("Ответ студенту");

        await reply.FillAsync("Здравствуйте!");
        await page.GetByRole(AriaRole.Group, new() { Name = "Вставить в ответ" }).GetByRole(AriaRole.Button, new() { Name = "Уточняем курс" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reply).ToHaveValueAsync("Здравствуйте!\n\nВы пишете о сертификате курса «{{course.title}}»?");
        await Assertions.Expect(reply).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Впишите название курса вместо {{course.title}}");
        await page.Keyboard.TypeAsync("Python"); // The gap is selected.
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Вы пишете о сертификате курса «Python»?");
    }

    [BrowserFact]
    public async Task The_regulation_follows_the_status_and_its_templates_go_into_the_reply()
    {
        var id = await _kb.OpenTicketAsync("Где сертификат", "Мария", "certificate-get");
        await using var agent = await chromium.NewPersonAsync();
        var page = await OpenTicketPageAsync(agent, id);

        await page.GetByRole(AriaRole.Link, new() { Name = "«Первый ответ»" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Ответ студенту")).ToHaveValueAsync(new Regex("^Мария, здравствуйте!"));
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("Проверьте раздел «Документы» и ответьте.");
    }

    [BrowserFact]
    public async Task A_draft_survives_a_reload_and_a_lost_connection()
    {
        var id = await _kb.OpenTicketAsync("Когда откроется модуль", "Пётр");
        await using var agent = await chromium.NewPersonAsync();
        var page = await OpenTicketPageAsync(agent, id);
        await page.GetByLabel("Ответ студенту").FillAsync("Модуль откроется в среду");

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Ответ студенту")).ToHaveValueAsync("Модуль откроется в среду");
        await agent.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ответить" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Не отправлено");
        await Assertions.Expect(page.GetByLabel("Ответ студенту")).ToHaveValueAsync("Модуль откроется в среду");

        await agent.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ответить" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Модуль откроется в среду");
    }

    [BrowserFact]
    public async Task A_colleague_who_closes_the_ticket_does_not_take_a_half_typed_reply_away()
    {
        var id = await _kb.OpenTicketAsync("Где запись урока", "Пётр");
        await using var agent = await chromium.NewPersonAsync();
        var page = await OpenTicketPageAsync(agent, id);
        await page.GetByRole(AriaRole.Button, new() { Name = "Взять себе" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Ведёт Администратор")).ToBeVisibleAsync();
        await page.GetByLabel("Ответ студенту").FillAsync("Запись появится завт");
        await using var colleague = await chromium.NewPersonAsync();
        var other = await OpenTicketPageAsync(colleague, id);

        await other.GetByRole(AriaRole.Button, new() { Name = "Закрыть" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Чтобы ответить, верните его в работу")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Ответ студенту")).ToHaveValueAsync("Запись появится завт");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ответить" })).ToBeDisabledAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Вернуть в работу" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ответить" })).ToBeEnabledAsync();
        await Assertions.Expect(page.GetByLabel("Ответ студенту")).ToHaveValueAsync("Запись появится завт");
        await page.GetByLabel("Ответ студенту").FillAsync("Запись появится завтра");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Ответ студенту")).ToHaveValueAsync("Запись появится завтра");
    }

    [BrowserFact]
    public async Task An_answer_to_what_was_not_seen_yet_is_held_back_shows_what_is_new_and_goes_with_the_next_press()
    {
        var id = await _kb.OpenTicketAsync("Где мой чек", "Мария");
        await using var agent = await chromium.NewPersonAsync();
        var page = await agent.NewPageAsync();
        await _kb.SignInAsync(page);
        await page.RouteAsync("**/api/tickets/events**", route => route.AbortAsync()); // Nothing is heard of the colleague.
        await page.GotoAsync($"{_kb.Url}/desk/tickets/{id}");
        var colleague = await agent.NewPageAsync();
        await colleague.GotoAsync($"{_kb.Url}/desk/tickets/{id}");
        await colleague.GetByLabel("Ответ студенту").FillAsync("Чек уже у вас на почте.");
        await colleague.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(colleague.GetByRole(AriaRole.Log)).ToContainTextAsync("Чек уже у вас на почте.");

        var field = page.GetByLabel("Ответ студенту");
        await field.FillAsync("Пришлём чек завтра.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("[data-problem]")).ToContainTextAsync("обращение изменилось");
        await Assertions.Expect(field).ToHaveValueAsync("Пришлём чек завтра.");
        await Assertions.Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Чек уже у вас на почте.");
        await field.FillAsync("Чек у вас на почте, проверьте спам.");
        await page.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("проверьте спам");
        await Assertions.Expect(page.Locator("[data-problem]")).ToHaveTextAsync("");
    }

    [BrowserFact]
    public async Task Pages_work_without_scripts()
    {
        var id = await _kb.OpenTicketAsync("Нужен чек об оплате", "Анна");
        await using var agent = await chromium.NewPersonAsync();
        await agent.RouteAsync("**/*.js", route => route.AbortAsync());
        var page = await OpenTicketPageAsync(agent, id);

        await page.GetByLabel("Ответ студенту").FillAsync("Чек придёт на почту.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ответить" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync("Чек придёт на почту.");
    }

    [BrowserFact]
    public async Task Nothing_is_cut_off_on_a_narrow_screen()
    {
        var id = await _kb.OpenTicketAsync("Оченьдлинноесловобезпробелов" + new string('щ', 120), "Анна");
        await using var agent = await chromium.NewPersonAsync(width: 320, height: 640);
        var page = await agent.NewPageAsync();
        await _kb.SignInAsync(page);

        foreach (var path in new[] { "/desk", $"/desk/tickets/{id}", "/account/login", "/no-such-page" })
        {
            await page.GotoAsync(_kb.Url + path);
            Assert.Equal(320, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        }
    }

    // The page listens from the moment its stream is open, and nothing on it tells when that is: so tickets come until one is heard.
    /// <summary>The ticket's page as a signed-in agent has it.</summary>
    private async Task<IPage> OpenTicketPageAsync(IBrowserContext agent, string id)
    {
        var page = await agent.NewPageAsync();
        await _kb.SignInAsync(page);
        await page.GotoAsync($"{_kb.Url}/desk/tickets/{id}");
        return page;
    }

    private async Task OpenUntilHeardAsync(IPage page, string text, string person)
    {
        var announcement = page.Locator("[data-announcement]");
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await _kb.OpenTicketAsync(text, person);
            try
            {
                await Assertions.Expect(announcement).ToContainTextAsync("Новое обращение №", new() { Timeout = 2_000 });
                return;
            }
            catch (PlaywrightException)
            {
                // Too early; the next one.
            }
        }

        Assert.Fail("No ticket was announced.");
    }

    /// <summary>One server for the whole class; each test has tickets of its own.</summary>
    public sealed class Server : IAsyncLifetime
    {
        internal RunningKb Kb { get; private set; } = null!;

        public async Task InitializeAsync() => Kb = await RunningKb.StartAsync(RunningKb.SmallBase);

        public Task DisposeAsync() => Kb.DisposeAsync().AsTask();
    }
}
