using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace Kb.Browser.Tests.Running;

/// <summary>
/// The server as a school runs it: a process of its own over a data folder of its own. Static assets behave differently in the
/// in-memory test host, and only a real process can be killed.
/// </summary>
public sealed class KbProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string Root = FindRoot();
    private static readonly string Configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    // The first server of a run trains the bot, which takes seconds; the others of this run are given its model.
    private static readonly DirectoryInfo Trained = Directory.CreateTempSubdirectory("kb-browser-models-");

    private readonly string _data = Directory.CreateTempSubdirectory("kb-browser-").FullName;
    private readonly StringBuilder _errors = new();
    private Process? _process;
    private Uri? _address;

    private KbProcess()
    {
    }

    /// <summary>Where it listens; the same after a restart.</summary>
    public Uri Address => _address ?? throw new InvalidOperationException("The server has not started.");

    /// <summary>Starts the built server on a free port.</summary>
    public static async Task<KbProcess> StartAsync()
    {
        var kb = new KbProcess();
        await kb.ServeAsync(ServerDll);
        return kb;
    }

    /// <summary>Starts it the way the README tells: <c>dotnet run --project src/Kb.Web</c>.</summary>
    public static async Task<KbProcess> RunFromSourceAsync()
    {
        var kb = new KbProcess();
        await kb.ServeAsync("run", "--no-build", "--configuration", Configuration, "--project", Path.Combine(Root, "src", "Kb.Web"), "--");
        return kb;
    }

    /// <summary>Ends it as a power failure would: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
            _process = null;
        }
    }

    /// <summary>Starts it again on the same port, over the same data.</summary>
    public Task RestartAsync() => ServeAsync(ServerDll);

    /// <summary>Runs a verb beside the server.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> VerbAsync(params string[] arguments)
    {
        using var verb = Launch([ServerDll, .. arguments, "--data", _data]);
        var errors = verb.StandardError.ReadToEndAsync();
        var output = await verb.StandardOutput.ReadToEndAsync();
        await verb.WaitForExitAsync();
        return verb.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"«{string.Join(' ', arguments)}» ended with {verb.ExitCode}: {await errors}");
    }

    /// <summary>Makes an account of staff.</summary>
    /// <returns>Its password.</returns>
    public async Task<string> AddAgentAsync(string email, string name) =>
        LastWord(await VerbAsync("user", "add", "--role", "agent", "--email", email, "--name", name));

    /// <summary>Makes a school known.</summary>
    /// <returns>Its secret.</returns>
    public async Task<string> AddSiteAsync(string id, string origin) =>
        LastWord(await VerbAsync("site", "add", "--id", id, "--origin", origin));

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_data, recursive: true);
    }

    private static string LastWord(string output) => output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[^1];

    private static string ServerDll => Path.Combine(Root, "src", "Kb.Web", "bin", Configuration, "net10.0", "Kb.Web.dll");

    private async Task ServeAsync(params string[] launcher)
    {
        Copy(from: Trained.FullName, to: Models);
        var urls = _address?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0";
        _process = Launch([.. launcher, "serve", "--data", _data, "--urls", urls]);
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors)
            {
                _errors.AppendLine(line.Data);
            }
        };
        _process.BeginErrorReadLine();
        var lines = Channel.CreateUnbounded<string>();
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                lines.Writer.TryComplete();
            }
            else
            {
                lines.Writer.TryWrite(line.Data);
            }
        };
        _process.BeginOutputReadLine();
        _address = await ReadAddressAsync(lines.Reader);
        Copy(from: Models, to: Trained.FullName);
    }

    private string Models => Path.Combine(_data, "models");

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(file => !File.Exists(Path.Combine(to, Path.GetFileName(file)))))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    /// <summary>The server prints its address once it listens: no polling, no guessing.</summary>
    private async Task<Uri> ReadAddressAsync(ChannelReader<string> lines)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await foreach (var line in lines.ReadAllAsync(timeout.Token))
        {
            if (line.Split(' ').LastOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) is { } address)
            {
                return new Uri(address);
            }
        }

        lock (_errors)
        {
            throw new InvalidOperationException($"The server ended before it listened. {_errors}");
        }
    }

    private static Process Launch(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kb.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
