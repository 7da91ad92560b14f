using System.Globalization;
using Kb.Browser.Tests.Running;
using Kb.Web.Features.Widget;
using Microsoft.Playwright;

namespace Kb.Browser.Tests;

/// <summary>The widget's words for numbers and dates, in the engine that will say them.</summary>
[Collection(BrowserTests.Name)]
public sealed class WidgetRussianTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Every_number_takes_its_own_form_of_the_word()
    {
        (int Count, string Word)[] expected =
        [
            (0, "сообщений"), (1, "сообщение"), (2, "сообщения"), (4, "сообщения"), (5, "сообщений"), (11, "сообщений"), (12, "сообщений"),
            (14, "сообщений"), (21, "сообщение"), (22, "сообщения"), (25, "сообщений"), (101, "сообщение"), (111, "сообщений"), (1000, "сообщений"),
        ];
        await using var person = await chromium.NewPersonAsync();
        var page = await person.NewPageAsync();

        foreach (var (count, word) in expected)
        {
            Assert.Equal($"{count} {word}", await SayAsync(page, $"plural({count.ToString(CultureInfo.InvariantCulture)}, 'сообщение', 'сообщения', 'сообщений')"));
        }
    }

    [BrowserFact]
    public async Task Moments_are_told_as_people_tell_them()
    {
        (string Call, string Text)[] expected =
        [
            ("moment('2026-11-22T12:40:00Z', 'в', now)", "сегодня в 15:40"),
            ("moment('2026-11-22T06:05:00Z', 'в', now)", "сегодня в 09:05"),
            ("moment('2026-11-21T20:59:00Z', 'в', now)", "вчера в 23:59"),
            ("moment('2026-11-22T21:30:00Z', 'до', now)", "завтра до 00:30"),
            ("moment('2026-11-12T09:00:00Z', 'в', now)", "12 ноября в 12:00"),
            ("moment('2025-11-12T09:00:00Z', 'в', now)", "12 ноября 2025 г. в 12:00"),
            ("moment('не дата', 'в', now)", ""),
            ("deadline('2026-11-22T12:40:00Z', now)", "сегодня до 15:40"), // The browser of the tests is in Moscow.
            ("calendarDate('2026-11-12', now)", "12 ноября"),
            ("calendarDate('2025-05-01', now)", "1 мая 2025 г."),
            ("calendarDate('вчера', now)", ""),
        ];
        await using var person = await chromium.NewPersonAsync();
        var page = await person.NewPageAsync();

        foreach (var (call, text) in expected)
        {
            Assert.Equal(text, await SayAsync(page, call));
        }
    }

    [BrowserFact]
    public async Task Whoever_is_not_in_Moscow_reads_a_deadline_by_both_clocks()
    {
        await using var person = await chromium.NewPersonAsync(zone: "Asia/Yekaterinburg");
        var page = await person.NewPageAsync();

        Assert.Equal("сегодня до 17:40 у вас (15:40 по Москве)", await SayAsync(page, "deadline('2026-11-22T12:40:00Z', now)"));
    }

    private static async Task<string> SayAsync(IPage page, string call)
    {
        var source = WidgetScript.Join([WidgetScript.Read("russian")]);
        return await page.EvaluateAsync<string>($$"""() => { {{source}} const now = new Date('2026-11-22T15:00:00Z'); return {{call}}; }""");
    }
}
