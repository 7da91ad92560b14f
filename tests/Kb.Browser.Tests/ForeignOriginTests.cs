using Kb.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Kb.Browser.Tests;

[Collection(BrowserTests.Name)]
public sealed class ForeignOriginTests(Chromium chromium, SharedKb shared)
{
    private KbProcess Kb => shared.Server;

    [BrowserFact]
    public async Task A_listed_origin_talks_under_a_strict_policy_and_to_nobody_else()
    {
        await using var school = await SchoolSite.StartAsync(Kb.Address, "school");
        school.Secret = await Kb.AddSiteAsync("school", school.Origin);
        await using var person = await chromium.NewPersonAsync();
        var page = await person.NewPageAsync();
        var watch = await PageWatch.OnAsync(page);
        await page.GotoAsync(school.Lesson);
        var widget = new WidgetDriver(page);

        await widget.OpenAsync();
        await widget.SayAsync("как скачать сертификат");
        await widget.SeesAsync("Как получить сертификат");
        await page.ReloadAsync();
        await widget.OpenAsync();
        await widget.SeesAsync("Как получить сертификат");

        Assert.Empty(await watch.ViolationsAsync());
        Assert.Empty(watch.Errors);
        string[] allowed = [school.Origin, Kb.Address.GetLeftPart(UriPartial.Authority)];
        Assert.Equal(allowed.Order(StringComparer.Ordinal), watch.Origins);
        Assert.Empty(await person.CookiesAsync());
    }

    [BrowserFact]
    public async Task An_origin_that_the_site_does_not_list_gets_no_session()
    {
        await using var school = await SchoolSite.StartAsync(Kb.Address, "another-school");
        school.Secret = await Kb.AddSiteAsync("another-school", "https://lms.example.ru");
        await using var person = await chromium.NewPersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync(school.Lesson);
        var widget = new WidgetDriver(page);

        await widget.OpenAsync();
        await widget.SayAsync("как скачать сертификат");

        await Assertions.Expect(widget.Panel.GetByRole(AriaRole.Status)).ToContainTextAsync("Нет связи");
        await Assertions.Expect(widget.Mine("как скачать сертификат")).ToBeVisibleAsync();
        Assert.False(await page.EvaluateAsync<bool>("Object.keys(sessionStorage).some(key => key.startsWith('kb:session'))"));
    }
}
