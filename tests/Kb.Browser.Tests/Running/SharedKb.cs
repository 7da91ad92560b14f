namespace Kb.Browser.Tests.Running;

/// <summary>One server for the tests that do not mind others' conversations on it: a start costs seconds.</summary>
public sealed class SharedKb : IAsyncLifetime
{
    private KbProcess? _kb;

    public KbProcess Server => _kb ?? throw new InvalidOperationException("Without a browser there is no server either.");

    public async Task InitializeAsync()
    {
        if (Chromium.Path is not null)
        {
            _kb = await KbProcess.StartAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_kb is not null)
        {
            await _kb.DisposeAsync();
        }
    }
}
