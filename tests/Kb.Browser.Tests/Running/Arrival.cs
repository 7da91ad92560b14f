using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Kb.Browser.Tests.Running;

/// <summary>
/// Waits for a page that something else opens: a press, a form. Asks again and again, unlike <c>WaitForURLAsync</c>, which looks once
/// and listens afterwards while events arrive on another thread: what happens between the two is never seen
/// (github.com/microsoft/playwright-dotnet/issues/3364).
/// </summary>
internal static class Arrival
{
    /// <param name="page">The page.</param>
    /// <param name="place">Regular expression of the address after its origin, from its beginning.</param>
    public static async Task ArriveAsync(this IPage page, string place)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"^https?://[^/]+{place}"));
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'"); // By then its modules have run.
    }
}
