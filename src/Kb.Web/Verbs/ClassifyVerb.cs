using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Kb.Bot.Dialogue;
using Kb.Web.Knowledge;

namespace Kb.Web.Verbs;

/// <summary><c>kb classify</c>: what the bot would do with each message at the beginning of a conversation.</summary>
internal static class ClassifyVerb
{
    private static readonly Option<string?> In = LineBatch.In();

    private static readonly Argument<string[]> Texts = LineBatch.Texts();

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(1.5);

    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("classify", "Say what the bot makes of each message: one JSON object a line with --json.") { Texts, In };
        verb.SetAction(parsed => Run(parsed, shared));
        return verb;
    }

    private static int Run(ParseResult parsed, SharedOptions shared)
    {
        if (LineBatch.Lines(parsed.GetValue(In), parsed.GetValue(Texts) ?? []) is not { } lines
            || VerbKnowledge.Open(parsed, shared) is not { } edition)
        {
            return CommandLine.Failed;
        }

        var context = VerbKnowledge.StudentContext();
        if (parsed.GetValue(In) is not null)
        {
            WarmUp(edition, context);
        }

        return LineBatch.Run(lines, parsed.GetValue(shared.Json), line => Classify(edition.Bot, line, context), Describe);
    }

    /// <summary>Compilation is the process's cost and no message's: over a file, «ms» tells what a bot takes that has been serving for a while.</summary>
    private static void WarmUp(KnowledgeEdition edition, TurnContext context)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var question in edition.Base.Golden.Dev.TakeWhile(_ => Stopwatch.GetElapsedTime(started) < LongestWarmUp))
        {
            edition.Bot.Classify(question.Text, context);
        }
    }

    private static ClassifiedLine Classify(SupportBot bot, string line, TurnContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var message = bot.Classify(line, context);
        var milliseconds = LineBatch.MillisecondsSince(started);
        return new ClassifiedLine(
            line,
            message.Decision,
            message.Kind,
            Math.Round(message.Confidence, 4),
            [.. message.Candidates.Select(candidate => new Candidate(candidate.Intent, Math.Round(candidate.Confidence, 4)))],
            [.. message.Articles.Select(article => article.Value)],
            milliseconds);
    }

    private static string Describe(ClassifiedLine line) =>
        $"{line.Decision,-8} {line.Kind ?? "—",-24} {line.Confidence:0.00}  {line.Text}";

    private sealed record ClassifiedLine(
        string Text,
        string Decision,
        string? Kind,
        double Confidence,
        ImmutableArray<Candidate> Candidates,
        ImmutableArray<string> Articles,
        double Ms);

    private sealed record Candidate(string Kind, double P);
}
