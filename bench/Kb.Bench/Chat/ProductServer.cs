using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kb.Bench.Chat;

/// <summary>The product as a process of its own, on a free port, with a data folder that is thrown away.</summary>
internal sealed class ProductServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly DirectoryInfo _data;

    private ProductServer(Process process, DirectoryInfo data, Uri address) => (_process, _data, Address) = (process, data, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="binary">The product's <c>Kb.Web.dll</c>, or its published binary.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">It ended, or was not ready in time.</exception>
    public static async Task<ProductServer> StartAsync(FileInfo binary, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("kb-bench-chat-");
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var isLibrary = binary.Extension == ".dll";
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : binary.FullName)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in (string[])[.. isLibrary ? new[] { binary.FullName } : [], "serve", "--urls", address.ToString(), "--data", data.FullName])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        // Nobody reads it, and a full pipe would stop the server.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ProductServer(process, data, address);
        try
        {
            await server.BecomeReadyAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _data.Delete(recursive: true);
    }

    private async Task BecomeReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < StartLimit && !_process.HasExited)
        {
            try
            {
                using var ready = await http.GetAsync("health/ready", cancellationToken);
                if (ready.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }

        throw new IOException(_process.HasExited ? $"The server ended with {_process.ExitCode}." : "The server was not ready in time.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
