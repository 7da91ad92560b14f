using System.Diagnostics;
using Kb.Web.Hosting;

namespace Kb.Web.Tests.Faults;

/// <summary>The real server in a process of its own, over a data folder that outlives its deaths.</summary>
internal sealed class KilledServer : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("kb-kill-");
    private Process? _process;

    /// <summary>Where it listens now; changes with every start. Null while it is dead.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Path of its database.</summary>
    public string Database => Path.Combine(_data.FullName, "kb.db");

    public async Task StartAsync()
    {
        // Twenty deaths bring more than a student's ordinary minute.
        await File.WriteAllTextAsync(
            Path.Combine(_data.FullName, "settings.json"),
            """{"Kb":{"Limits":{"SendsPerStudent":1000000,"RequestsPerCaller":1000000}}}""");
        _process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(DataFolder).Assembly.Location, "serve", "--urls", "http://127.0.0.1:0",
                "--data", _data.FullName, "--content", TestOptions.SmallBase,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, _) => { }; // Read and forgotten: a full pipe would stop it.
        _process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(StartPatience);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Split("http://127.0.0.1:") is [_, var port])
            {
                Address = new Uri("http://127.0.0.1:" + port);
                return;
            }
        }

        throw new InvalidOperationException("The server ended without listening.");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        Address = null;
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        _data.Delete(recursive: true);
    }
}
