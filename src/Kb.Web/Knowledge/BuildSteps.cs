using System.Globalization;

namespace Kb.Web.Knowledge;

/// <summary>The steps of building a base, said to whoever waits: each when it begins and, with its seconds, when it is done.</summary>
/// <param name="progress">Receives lines in Russian.</param>
/// <param name="time">Measures.</param>
internal sealed class BuildSteps(IProgress<string> progress, TimeProvider time)
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>For what is said in the middle of a step.</summary>
    public IProgress<string> Progress => progress;

    /// <summary>Does one step.</summary>
    public T Run<T>(string name, Func<T> work)
    {
        progress.Report(name);
        var start = time.GetTimestamp();
        var result = work();
        progress.Report($"{name}: {Seconds(time.GetElapsedTime(start))}");
        return result;
    }

    /// <summary>«0,8 с».</summary>
    public static string Seconds(TimeSpan span) => span.TotalSeconds.ToString("0.0", Russian) + "\u00A0с";
}
