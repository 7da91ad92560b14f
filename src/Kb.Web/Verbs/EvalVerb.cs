using System.CommandLine;
using Kb.Bot.Dialogue;
using Kb.Bot.Evaluation;
using Kb.Bot.Intents;
using Kb.Content;
using Kb.Content.Golden;
using Kb.Web.Knowledge;
using Kb.Web.Knowledge.Models;

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
        Description = "A model file (.kbim) to compare with. Default: the model in charge in the data folder where that is another one, else the one used before.",
    }.AcceptExistingOnly();

    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("eval", "Put the golden questions to the bot: right, asked back, refused, wrong; against the model in charge, with the questions that changed; by type; the curve over thresholds.") { Half, Examples, Before };
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

        var models = new IntentModelCache(shared.OpenData(parsed).Models, TimeProvider.System);
        IIntentClassifier? before = null;
        if (parsed.GetValue(Before) is { } file && (before = IntentModelFile.Read(File.ReadAllBytes(file.FullName), fingerprint: null)) is null)
        {
            return Output.Fail($"Файл {file.Name} повреждён или записан другой версией программы.");
        }

        var bot = OwnBot(edition, models);
        before ??= InCharge(edition, models) ?? models.Before(edition.Model.Own);
        var exam = Exam(edition.Base, bot, questions);
        var judged = exam.Judge(bot.Options);
        var change = before is null ? null : GoldenComparison.Of(
            edition.Base,
            Exam(edition.Base, SupportBot.Create(edition.Base, KnownIntents.Of(before, edition.Base), bot.Options), questions).Judge(bot.Options),
            judged);
        var text = new EvalReport(half, GoldenReport.Of(edition.Base, judged), change, exam.Curve(bot.Options), parsed.GetValue(Examples));
        Output.Write(parsed.GetValue(shared.Json), text.ForMachines(), text.ForPeople());
        return CommandLine.Done;
    }

    /// <summary>The bot of the base's own model, which a server may be holding back.</summary>
    private static SupportBot OwnBot(KnowledgeEdition edition, IntentModelCache models)
    {
        if (edition.Model is not { Held: not null, Own: { } own })
        {
            return edition.Bot;
        }

        Console.Error.WriteLine("Сервер держит прежнюю модель: новая не включена. Ниже — новая.");
        return SupportBot.Create(edition.Base, models.LoadOrTrain(edition.Base, own, new BuildSteps(new ErrorLines(), TimeProvider.System), CancellationToken.None), edition.Bot.Options);
    }

    private static NetworkClassifier? InCharge(KnowledgeEdition edition, IntentModelCache models) =>
        edition.Model.Record?.Active is { } active && active != edition.Model.Own ? models.Load(active, new BuildSteps(new ErrorLines(), TimeProvider.System)) : null;

    private static GoldenExam Exam(KnowledgeBase knowledge, SupportBot bot, IEnumerable<GoldenQuestion> questions) =>
        new(knowledge, bot, questions, VerbKnowledge.StudentContext().Reader);
}
