using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kb.Browser.Tests.Running;

/// <summary>The widget on a page, as its user meets it: by names and roles, not by classes.</summary>
public sealed class WidgetDriver(IPage page)
{
    /// <summary>The button that opens it.</summary>
    public ILocator Launcher => page.Locator("kb-widget").GetByRole(AriaRole.Button, new() { NameRegex = new("^Помощь") });

    /// <summary>The open panel.</summary>
    public ILocator Panel => page.GetByRole(AriaRole.Dialog, new() { Name = "Помощь" });

    /// <summary>Where the question is typed.</summary>
    public ILocator Input => Panel.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("^(Ваш вопрос|Дополнить сообщение)$") });

    /// <summary>Titles of answers to what is being typed.</summary>
    public ILocator Hints => Panel.GetByRole(AriaRole.Listbox, new() { Name = "Подсказки" }).GetByRole(AriaRole.Option);

    /// <summary>Everything said so far.</summary>
    public ILocator Talk => Panel.GetByRole(AriaRole.Region, new() { Name = "Переписка" });

    /// <summary>The student's own messages that read exactly so.</summary>
    public ILocator Mine(string text) => Talk.Locator(".student .bubble").GetByText(text, new() { Exact = true });

    public async Task OpenAsync()
    {
        await Launcher.ClickAsync();
        await Assertions.Expect(Input).ToBeFocusedAsync();
    }

    public async Task SayAsync(string text)
    {
        await Input.FillAsync(text);
        await Input.PressAsync("Enter");
    }

    public Task SeesAsync(string text) => Assertions.Expect(Talk).ToContainTextAsync(text);
}
