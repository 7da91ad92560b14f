using System.CommandLine;
using Kb.Bot.Evaluation;

namespace Kb.Web.Verbs;

/// <summary><c>kb eval</c>: puts the golden questions to the bot and says how well it did.</summary>
internal static class EvalVerb
{
    private const string Dev = "dev";
    private const string Gate = "gate";

    private static readonly Option<string> Half = new Option<string>("--half")
    {
        Description = "Which half of the golden questions: «dev» may be tuned on, «gate» only reported.",
        DefaultValueFactory = _ => Dev,
    }.AcceptOnlyFromAmong(Dev, Gate);

    private static readonly Option<int> Examples = new("--examples")
    {
        Description = "How many confusions, mistakes and missed questions to list.",
        DefaultValueFactory = _ => 10,
    };

    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("eval", "Put the golden questions to the bot: right, asked back, refused, wrong; by type; the curve over thresholds.") { Half, Examples };
        verb.SetAction(parsed => Run(parsed, shared));
        return verb;
    }

    private static int Run(ParseResult parsed, SharedOptions shared)
    {
        if (VerbKnowledge.Open(parsed, shared) is not { } edition)
        {
            return CommandLine.Failed;
        }

        var half = parsed.GetRequiredValue(Half);
        var questions = half == Gate ? edition.Base.Golden.Gate : edition.Base.Golden.Dev;
        if (questions.IsEmpty)
        {
            return Output.Fail($"В папке golden/{half} нет контрольных вопросов.");
        }

        var exam = new GoldenExam(edition.Base, edition.Bot, questions, VerbKnowledge.StudentContext().Reader);
        var report = GoldenReport.Of(edition.Base, exam.Judge(edition.Bot.Options));
        var text = new EvalReport(half, report, exam.Curve(edition.Bot.Options), parsed.GetValue(Examples));
        Output.Write(parsed.GetValue(shared.Json), text.ForMachines(), text.ForPeople());
        return CommandLine.Done;
    }
}
