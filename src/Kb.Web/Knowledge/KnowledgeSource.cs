using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Evaluation;
using Kb.Content.Lint;
using Kb.Content.Loading;
using Kb.Desk.Calendars;
using Kb.Web.Hosting;
using Kb.Web.Knowledge.Models;

namespace Kb.Web.Knowledge;

/// <summary>What came of reading the content folder for serving.</summary>
internal abstract record KnowledgeReading
{
    private KnowledgeReading()
    {
    }

    /// <summary>The folder is good.</summary>
    internal sealed record Good(KnowledgeEdition Edition) : KnowledgeReading;

    /// <summary>The folder has errors; the last good copy serves.</summary>
    internal sealed record Previous(KnowledgeEdition Edition, ImmutableArray<ContentFinding> Findings) : KnowledgeReading;

    /// <summary>The folder has errors and there is nothing to fall back on.</summary>
    internal sealed record Refused(ImmutableArray<ContentFinding> Findings) : KnowledgeReading;
}

/// <summary>Reads the content folder into an edition, and falls back to the last good copy in the data folder.</summary>
internal sealed class KnowledgeSource(string content, DataFolder data, EditionBuilder builder, TimeProvider time)
{
    private readonly LastGoodContent _lastGood = new(Path.Combine(data.Root, "content-last-good"));

    /// <summary>Path of the content folder.</summary>
    public string Content => content;

    /// <summary>Reads, checks and builds. Takes seconds and changes nothing but the cache of models.</summary>
    /// <param name="progress">Told in Russian what is being done.</param>
    /// <param name="atOnce">Whether the bot's model in charge will do until <see cref="BotRenewal.Renew"/>; otherwise the bot answers as after it.</param>
    /// <exception cref="IOException">The disk cannot be read.</exception>
    public KnowledgeReading Read(IProgress<string> progress, bool atOnce)
    {
        var steps = new BuildSteps(progress, time);
        var loaded = Check(content, Today(), steps);
        if (loaded.Base is { } knowledge)
        {
            return new KnowledgeReading.Good(builder.Build(knowledge, steps, atOnce));
        }

        return _lastGood.Find() is { } copy && KnowledgeBaseLoader.Load(copy, Today()).Base is { } previous
            ? new KnowledgeReading.Previous(builder.Build(previous, steps, atOnce), loaded.Findings)
            : new KnowledgeReading.Refused(loaded.Findings);
    }

    /// <summary>Reads and checks a content folder, step by step.</summary>
    public static LoadResult Check(string folder, DateOnly today, BuildSteps steps)
    {
        var draft = steps.Run("Читаю базу знаний", () => KnowledgeBaseLoader.Read(folder));
        return steps.Run("Проверяю статьи, фразы и контрольные вопросы", () => draft.Check(today));
    }

    /// <summary>Keeps a copy of the folder that serves now, for a start after a broken edit. Only the server calls it: a verb may look at another folder.</summary>
    /// <exception cref="IOException">The copy cannot be written; the one before it is whole.</exception>
    /// <exception cref="UnauthorizedAccessException">The copy may not be written; the one before it is whole.</exception>
    public void Keep() => _lastGood.Keep(content);

    /// <summary>The source of a run without a host: a verb answers as the server over the same data folder would.</summary>
    public static KnowledgeSource Of(string content, DataFolder data)
    {
        var settings = new ConfigurationBuilder().AddKbSettings(data).Build();
        var answers = settings.GetSection(AnswerOptions.Section).Get<AnswerOptions>() ?? new AnswerOptions();
        var calendar = settings.GetSection(CalendarOptions.Section).Get<CalendarOptions>() ?? new CalendarOptions();
        var gate = settings.GetSection(ModelGateOptions.Section).Get<ModelGateOptions>() ?? new ModelGateOptions();
        var (zone, time) = (calendar.ToCalendar().Zone, TimeProvider.System);
        var renewal = ModelRegistration.RenewalOf(new IntentModelCache(data.Models, time), data, answers, gate, zone, time);
        return new KnowledgeSource(content, data, new EditionBuilder(renewal, answers, zone), time);
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
