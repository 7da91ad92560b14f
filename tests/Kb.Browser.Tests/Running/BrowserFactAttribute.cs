namespace Kb.Browser.Tests.Running;

/// <summary>
/// A test that drives a real browser. Where there is none it is skipped with the reason; with <c>KB_REQUIRE_BROWSER=1</c>, as in CI,
/// it runs and fails instead, so that nothing is skipped unnoticed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && Environment.GetEnvironmentVariable("KB_REQUIRE_BROWSER") != "1")
        {
            Skip = "No Chromium here. Install it (Debian: apt-get install chromium) or name it in KB_BROWSER.";
        }
    }
}
