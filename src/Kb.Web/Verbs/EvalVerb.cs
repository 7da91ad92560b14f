using System.CommandLine;
using Kb.Bot.Dialogue;
using Kb.Bot.Evaluation;
using Kb.Bot.Intents;
using Kb.Content;
using Kb.Content.Golden;
using Kb.Web.Knowledge;

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

    private static readonly Option<FileInfo> Before = new Option<FileInfo>("--before")
    {
        Description = "A model file (.kbim) to compare with. Default: the one in the data folder that was trained before this one.",
    }.AcceptExistingOnly();

    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("eval", "Put the golden questions to the bot: right, asked back, refused, wrong; before and now; by type; the curve over thresholds.") { Half, Examples, Before };
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

        IIntentClassifier? model = null;
        if (parsed.GetValue(Before) is { } file && (model = IntentModelFile.Read(File.ReadAllBytes(file.FullName), fingerprint: null)) is null)
        {
            return Output.Fail($"Файл {file.Name} повреждён или записан другой версией программы.");
        }

        model ??= new IntentModelCache(shared.OpenData(parsed).Models).Before(edition.Base);
        var exam = Exam(edition.Base, edition.Bot, questions);
        var report = GoldenReport.Of(edition.Base, exam.Judge(edition.Bot.Options));
        var before = model is null ? null : ReportOf(edition.Base, SupportBot.Create(edition.Base, model, edition.Bot.Options), questions);
        var text = new EvalReport(half, report, before, exam.Curve(edition.Bot.Options), parsed.GetValue(Examples));
        Output.Write(parsed.GetValue(shared.Json), text.ForMachines(), text.ForPeople());
        return CommandLine.Done;
    }

    private static GoldenReport ReportOf(KnowledgeBase knowledge, SupportBot bot, IEnumerable<GoldenQuestion> questions) =>
        GoldenReport.Of(knowledge, Exam(knowledge, bot, questions).Judge(bot.Options));

    private static GoldenExam Exam(KnowledgeBase knowledge, SupportBot bot, IEnumerable<GoldenQuestion> questions) =>
        new(knowledge, bot, questions, VerbKnowledge.StudentContext().Reader);
}
