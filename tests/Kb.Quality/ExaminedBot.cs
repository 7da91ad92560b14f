using System.Collections.Frozen;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Evaluation;
using Kb.Bot.Intents;
using Kb.Content;
using Kb.Content.Golden;
using Kb.Content.Loading;

namespace Kb.Quality;

/// <summary>The bot of the base in this repository, trained once, and how it did on the half of the golden questions that may be tuned on.</summary>
public sealed class ExaminedBot
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly SupportBot _bot;

    public ExaminedBot()
    {
        Knowledge = KnowledgeBaseLoader.Load(Path.Combine(Repository(), "content"), Today).Base
            ?? throw new InvalidOperationException("content/ has errors: «kb check» lists them.");
        var classifier = IntentTrainer.Train(TrainingSet.From(Knowledge), new TrainingOptions(), progress: null, CancellationToken.None);
        _bot = SupportBot.Create(Knowledge, classifier, new AnswerOptions());
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
