using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Kb.Bot.Dialogue;

namespace Kb.Web.Verbs;

/// <summary><c>kb classify</c>: what the bot would do with each message at the beginning of a conversation.</summary>
internal static class ClassifyVerb
{
    private static readonly Option<string?> In = LineBatch.In();

    private static readonly Argument<string[]> Texts = LineBatch.Texts();

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
        return LineBatch.Run(lines, parsed.GetValue(shared.Json), line => Classify(edition.Bot, line, context), Describe);
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
