using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Kb.Browser.Tests.Running;

/// <summary>What a page asked of the network and what its policy forbade, from its first byte on.</summary>
public sealed class PageWatch
{
    private readonly ConcurrentBag<string> _origins = [];
    private readonly ConcurrentQueue<string> _errors = [];
    private readonly IPage _page;

    private PageWatch(IPage page) => _page = page;

    /// <summary>Origins of all requests.</summary>
    public IEnumerable<string> Origins => _origins.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Exceptions that nobody caught.</summary>
    public IEnumerable<string> Errors => _errors;

    /// <summary>Watches a page before it goes anywhere.</summary>
    public static async Task<PageWatch> OnAsync(IPage page)
    {
        var watch = new PageWatch(page);
        page.Request += (_, request) => watch._origins.Add(new Uri(request.Url).GetLeftPart(UriPartial.Authority));
        page.PageError += (_, error) => watch._errors.Enqueue(error);
        await page.AddInitScriptAsync(
            "window.violations = []; addEventListener('securitypolicyviolation', e => violations.push(`${e.violatedDirective}: ${e.blockedURI} ${e.sample}`))");
        return watch;
    }

    /// <summary>What the page's Content-Security-Policy forbade.</summary>
    public async Task<string[]> ViolationsAsync() => await _page.EvaluateAsync<string[]>("violations");
}
