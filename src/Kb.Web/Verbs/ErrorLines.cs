namespace Kb.Web.Verbs;

/// <summary>Progress as lines of standard error. Unlike <see cref="Progress{T}"/>, reports in order and before the work goes on.</summary>
internal sealed class ErrorLines : IProgress<string>
{
    public void Report(string value) => Console.Error.WriteLine(value);
}
