using System.Collections.Frozen;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Evaluation;
using Kb.Bot.Intents;
using Kb.Content;
using Kb.Content.Golden;
using Kb.Content.Loading;
using Kb.Content.Register;

namespace Kb.Quality;

/// <summary>The bot of the base in this repository, trained once, and how it did on the half of the golden questions that may be tuned on.</summary>
public sealed class ExaminedBot
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly SupportBot _bot;
    private readonly AnswerPolicy _policy;

    public ExaminedBot()
    {
        Knowledge = KnowledgeBaseLoader.Load(Path.Combine(Repository(), "content"), Today).Base
            ?? throw new InvalidOperationException("content/ has errors: «kb check» lists them.");
        var classifier = IntentTrainer.Train(TrainingSet.From(Knowledge), new TrainingOptions(), progress: null, CancellationToken.None);
        _bot = SupportBot.Create(Knowledge, classifier, new AnswerOptions());
        _policy = new AnswerPolicy(Knowledge, _bot.Options);
        Report = Examine(Knowledge.Golden.Dev);
    }

    public KnowledgeBase Knowledge { get; }

    /// <summary>The golden questions as they are written.</summary>
    public GoldenReport Report { get; }

    /// <summary>Puts questions to the bot, as a student whom the LMS vouches for.</summary>
    public GoldenReport Examine(IEnumerable<GoldenQuestion> questions)
    {
        var exam = new GoldenExam(Knowledge, _bot, questions, new Reader(FrozenSet.Create("public", "students"), Today));
        return GoldenReport.Of(Knowledge, exam.Judge(_bot.Options));
    }

    /// <summary>What the bot would do with a message of such a student.</summary>
    public ClassifiedMessage Classify(string text) => _bot.Classify(text, Context());

    /// <summary>A turn of a talk with such a student.</summary>
    public DialogueTurn Turn(DialogueState state, StudentInput input) => _bot.Turn(state, input, Context());

    /// <summary>What the bot would do with a message whose kind is known.</summary>
    public Decision DecideKind(KindId kind, string text, IEnumerable<string> grants) =>
        _policy.DecideKind(Knowledge.Register.Kinds[kind], Context(grants).Reader, text);

    private static TurnContext Context(params IEnumerable<string> grants) => new(
        grants.Concat(["public", "students"]).ToFrozenSet(), new DateTimeOffset(Today, new TimeOnly(12, 0), TimeSpan.FromHours(3)), "Оператор ответит в течение 5 минут.");

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Kb.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
