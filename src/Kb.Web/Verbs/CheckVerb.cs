using System.CommandLine;
using Kb.Content.Loading;
using Kb.Web.Knowledge;

namespace Kb.Web.Verbs;

/// <summary>
/// <c>kb check</c>: what editors must know of the content folder. Ends with 1 when the base cannot be used, with <c>--strict</c> also when
/// it has warnings: a verification date that passes overnight must not fail a build that nobody touched, unless the school wants that.
/// </summary>
internal static class CheckVerb
{
    private static readonly Option<bool> Notes = new("--notes")
    {
        Description = "Print notes on style too; without it they are only counted.",
    };

    private static readonly Option<bool> Strict = new("--strict")
    {
        Description = "End with 1 on warnings too, not only on errors.",
    };

    private static readonly Option<bool> Build = new("--build")
    {
        Description = "Then build everything that is made of the base and say how long each step took: pages, index, a model trained anew. Keeps nothing.",
    };

    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("check", "Check the content folder: every finding with its file, line and remedy; then the counts.") { Notes, Strict, Build };
        verb.SetAction(parsed =>
        {
            var steps = new BuildSteps(parsed.GetValue(Build) ? new ErrorLines() : new Silence(), TimeProvider.System);
            var result = KnowledgeSource.Check(shared.ContentPath(parsed), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), steps);
            if (result.Base is { } knowledge && parsed.GetValue(Build))
            {
                TrialBuild.Run(knowledge, steps);
            }

            var report = new CheckReport(result);
            report.Write(Console.Out, parsed.GetValue(shared.Json), parsed.GetValue(Notes));
            return ExitCode(result, parsed.GetValue(Strict));
        });
        return verb;
    }

    internal static int ExitCode(LoadResult result, bool isStrict) =>
        result.Base is null || (isStrict && !result.IsClean) ? CommandLine.Failed : CommandLine.Done;

    private sealed class Silence : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }
}
