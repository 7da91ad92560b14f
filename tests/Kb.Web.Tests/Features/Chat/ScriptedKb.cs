namespace Kb.Web.Tests.Features.Chat;

/// <summary>A server with the scripted bot, shared by a class of tests; each test brings its own students.</summary>
public sealed class ScriptedKb : IAsyncLifetime
{
    private KbApplication? _application;

    public KbApplication Application => _application ?? throw new InvalidOperationException("The application has not started.");

    public async Task InitializeAsync() => _application = await KbApplication.StartAsync(ScriptedBot.Options);

    public Task DisposeAsync() => Application.DisposeAsync();

    /// <summary>A person whom no other test knows.</summary>
    public Task<HttpClient> CreateNewStudentAsync() => Application.CreateStudentClientAsync(Guid.CreateVersion7().ToString());
}
