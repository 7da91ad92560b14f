using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Kb.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kb.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class WidgetTests(Chromium chromium, SharedKb shared)
{
    private KbProcess Kb => shared.Server;

    [BrowserFact]
    public async Task What_is_typed_while_the_server_is_down_arrives_once_after_it_is_back()
    {
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenDemoAsync(person);
        var widget = new WidgetDriver(page);
        await widget.OpenAsync();
        await widget.SayAsync("здравствуйте");
        await Assertions.Expect(widget.Talk).ToContainTextAsync("Бот");

        await Kb.KillAsync();
        await widget.SayAsync("не приходит письмо с паролем");
        await Assertions.Expect(widget.Talk).ToContainTextAsync("Не отправлено. Повторить");
        await Kb.RestartAsync();
        await ComeBackOnlineAsync(page);

        await Assertions.Expect(widget.Talk).Not.ToContainTextAsync("Не отправлено");
        await page.ReloadAsync();
        await widget.OpenAsync();
        await Assertions.Expect(widget.Mine("не приходит письмо с паролем")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_message_that_got_through_wakes_the_stream_and_the_reply_does_not_wait_for_the_end_of_a_pause()
    {
        await using var person = await chromium.NewPersonAsync();
        await person.AddInitScriptAsync("Math.random = () => 60"); // The first pause is the longest: half a minute.
        var page = await OpenDemoAsync(person, "timur");
        var refused = new TaskCompletionSource();
        await page.RouteAsync("**/events", async route =>
        {
            await route.AbortAsync();
            refused.TrySetResult();
        });
        await page.RouteAsync("**/messages", async route =>
        {
            await refused.Task;
            await page.UnrouteAsync("**/events");
            await route.ContinueAsync();
        });
        var widget = new WidgetDriver(page);
        await widget.OpenAsync();

        await widget.SayAsync("добрый вечер");

        await Assertions.Expect(widget.Talk).ToContainTextAsync("Бот", new() { Timeout = 10_000 });
    }

    [BrowserFact]
    public async Task Two_tabs_of_one_student_send_what_waits_only_once()
    {
        await using var person = await chromium.NewPersonAsync();
        var firstPage = await OpenDemoAsync(person, "timur");
        var first = new WidgetDriver(firstPage);
        await first.OpenAsync();
        await first.SayAsync("здравствуйте");
        await Assertions.Expect(first.Talk).ToContainTextAsync("Бот");
        var secondPage = await OpenDemoAsync(person, "timur");
        var second = new WidgetDriver(secondPage);
        await second.OpenAsync();
        await second.SeesAsync("здравствуйте");

        await Kb.KillAsync();
        await first.SayAsync("вопрос из первой вкладки");
        await second.SayAsync("вопрос из второй вкладки");
        await Kb.RestartAsync();
        await Task.WhenAll(ComeBackOnlineAsync(firstPage), ComeBackOnlineAsync(secondPage));

        foreach (var tab in new[] { first, second })
        {
            await Assertions.Expect(tab.Talk).Not.ToContainTextAsync("Не отправлено");
            await Assertions.Expect(tab.Mine("вопрос из первой вкладки")).ToHaveCountAsync(1);
            await Assertions.Expect(tab.Mine("вопрос из второй вкладки")).ToHaveCountAsync(1);
        }
    }

    [BrowserFact]
    public async Task Everything_can_be_done_from_the_keyboard()
    {
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenDemoAsync(person);
        var widget = new WidgetDriver(page);

        await widget.Launcher.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(widget.Input).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("как скачать сертификат");
        await page.Keyboard.PressAsync("Enter");
        await widget.SeesAsync("Источник");
        var operatorButton = widget.Panel.GetByRole(AriaRole.Button, new() { Name = "Передать оператору" });
        await TabToAsync(page, operatorButton);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(widget.Panel.GetByText("Статус обращения:")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(widget.Panel).ToBeHiddenAsync();
        await Assertions.Expect(widget.Launcher).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task What_the_bot_offers_is_one_Tab_away_from_the_text()
    {
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenDemoAsync(person);
        var widget = new WidgetDriver(page);
        await widget.OpenAsync();
        await widget.SayAsync("как скачать сертификат");
        var offered = widget.Panel.GetByRole(AriaRole.Group, new() { Name = "Варианты ответа" }).GetByRole(AriaRole.Button);
        await Assertions.Expect(offered.First).ToBeVisibleAsync();

        await widget.Input.FocusAsync();
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(offered.First).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_screen_reader_hears_new_answers_but_neither_old_ones_nor_ones_own()
    {
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenDemoAsync(person);
        var widget = new WidgetDriver(page);
        await widget.OpenAsync();
        var log = widget.Panel.GetByRole(AriaRole.Log);
        await Assertions.Expect(log).ToHaveCountAsync(1);
        await Assertions.Expect(log).ToBeEmptyAsync();

        await widget.SayAsync("как скачать сертификат");
        await Assertions.Expect(log).ToContainTextAsync("Источник");
        await Assertions.Expect(log.Locator(".student")).ToHaveAttributeAsync("aria-live", "off");
        await page.ReloadAsync();
        await widget.OpenAsync();

        await widget.SeesAsync("Источник");
        await Assertions.Expect(widget.Panel.GetByRole(AriaRole.Log)).ToBeEmptyAsync();
    }

    [BrowserFact]
    public async Task On_a_phone_the_chat_is_the_whole_screen_and_nothing_overflows()
    {
        await using var person = await chromium.NewPersonAsync(320, 640);
        var page = await OpenDemoAsync(person);
        var widget = new WidgetDriver(page);
        await widget.OpenAsync();
        await widget.SayAsync("как скачать сертификат");
        await widget.SeesAsync("Источник");

        var box = await widget.Panel.BoundingBoxAsync();

        Assert.Equal((0, 0, 320, 640), ((int)box!.X, (int)box.Y, (int)box.Width, (int)box.Height));
        Assert.True(await widget.Panel.EvaluateAsync<bool>("panel => [...panel.querySelectorAll('*')].every(e => e.getBoundingClientRect().right <= innerWidth + 1)"));
        Assert.True(await widget.Panel.EvaluateAsync<bool>("panel => [...panel.querySelectorAll('button:not([hidden], [hidden] *)')].every(e => e.offsetHeight >= 44)"));
        Assert.True(await widget.Panel.EvaluateAsync<bool>("panel => panel.matches(':modal')"));
    }

    [BrowserFact]
    public async Task Another_student_in_the_same_tab_sees_nothing_of_the_first()
    {
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenDemoAsync(person, "maria");
        var widget = new WidgetDriver(page);
        await widget.OpenAsync();
        await widget.SayAsync("как скачать сертификат");
        await widget.SeesAsync("Источник");
        await widget.Input.FillAsync("черновик Марии");

        await page.GotoAsync(new Uri(Kb.Address, "/demo?student=timur").AbsoluteUri);
        await widget.OpenAsync();
        await widget.SayAsync("вопрос Тимура");
        await Assertions.Expect(widget.Talk).ToContainTextAsync("Отправлено");

        await Assertions.Expect(widget.Talk).Not.ToContainTextAsync("сертификат");
        await Assertions.Expect(widget.Input).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task What_one_student_typed_before_being_known_never_goes_out_as_the_next()
    {
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenDemoAsync(person, "maria");
        var mayAnswer = new TaskCompletionSource();
        await page.RouteAsync("**/api/widget/session", async route =>
        {
            await mayAnswer.Task;
            await route.ContinueAsync();
        });
        var widget = new WidgetDriver(page);
        await widget.OpenAsync();
        await widget.SayAsync("ранняя тайна Марии");
        await Assertions.Expect(widget.Mine("ранняя тайна Марии")).ToBeVisibleAsync();

        await ChangePersonAsync(page, "timur");
        mayAnswer.SetResult();
        await widget.SayAsync("вопрос Тимура без перезагрузки");

        await Assertions.Expect(widget.Talk).ToContainTextAsync("Отправлено");
        await Assertions.Expect(widget.Mine("вопрос Тимура без перезагрузки")).ToHaveCountAsync(1);
        await Assertions.Expect(widget.Talk).Not.ToContainTextAsync("тайна Марии");
    }

    [BrowserFact]
    public async Task What_waits_while_the_student_changes_goes_out_as_its_authors_own()
    {
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenDemoAsync(person, "maria");
        var widget = new WidgetDriver(page);
        await page.RunAndWaitForResponseAsync(widget.OpenAsync, "**/api/conversations");
        // As another tab of hers does while it sends.
        await page.EvaluateAsync(
            "() => new Promise(held => navigator.locks.request('kb:out:demo:demo-maria:', () => new Promise(free => { window.free = free; held(); })))");
        await widget.SayAsync("поздняя тайна Марии");
        await Assertions.Expect(widget.Mine("поздняя тайна Марии")).ToBeVisibleAsync();

        await ChangePersonAsync(page, "timur");
        await page.EvaluateAsync("() => window.free()");
        await widget.SayAsync("второй вопрос Тимура");
        await Assertions.Expect(widget.Talk).ToContainTextAsync("Отправлено");
        await Assertions.Expect(widget.Talk).Not.ToContainTextAsync("тайна Марии");
        await ChangePersonAsync(page, "maria");

        await Assertions.Expect(widget.Mine("поздняя тайна Марии")).ToHaveCountAsync(1);
        await Assertions.Expect(widget.Talk).Not.ToContainTextAsync("Не отправлено");
        await Assertions.Expect(widget.Talk).Not.ToContainTextAsync("Тимура");
    }

    [BrowserFact]
    public async Task A_copied_token_does_not_tell_the_key_of_its_exchange()
    {
        await using var person = await chromium.NewPersonAsync();
        var page = await OpenDemoAsync(person, "maria");
        var widget = new WidgetDriver(page);

        var request = await page.RunAndWaitForRequestAsync(widget.OpenAsync, "**/api/widget/session");

        var key = await request.HeaderValueAsync("Idempotency-Key");
        var token = JsonDocument.Parse(request.PostData!).RootElement.GetProperty("token").GetString()!;
        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Split('.')[1]));
        Assert.NotEmpty(key!);
        Assert.DoesNotContain(key!, claims, StringComparison.Ordinal);
    }

    /// <summary>What a platform without page loads says when somebody else has signed in.</summary>
    private static async Task ChangePersonAsync(IPage page, string student) => await page.EvaluateAsync(
        "student => { window.KbWidget.push(['user', async () => (await fetch(`/demo/token?student=${student}`)).text()]); }", student);

    /// <param name="person">Whose browser.</param>
    /// <param name="student">Who they are to the demo platform; a stranger begins with no conversation.</param>
    private async Task<IPage> OpenDemoAsync(IBrowserContext person, string student = "none")
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync(new Uri(Kb.Address, $"/demo?student={student}").AbsoluteUri);
        return page;
    }

    /// <summary>What a browser tells its pages when the network returns: nobody waits for the end of a pause then.</summary>
    private static async Task ComeBackOnlineAsync(IPage page) => await page.EvaluateAsync("dispatchEvent(new Event('online'))");

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        for (var presses = 0; presses < 10; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element.getRootNode().activeElement === element"))
            {
                return;
            }
        }

        Assert.Fail("Ten presses of Tab did not reach the button.");
    }
}
