using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Content.Lint;
using Kb.Content.Loading;
using Kb.Web.Hosting;

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

    /// <summary>Reads, checks and builds. Takes seconds; keeps a copy of a good folder.</summary>
    /// <exception cref="IOException">The disk cannot be read or written.</exception>
    public KnowledgeReading Read(IProgress<string> progress)
    {
        progress.Report("Читаю базу знаний");
        var loaded = KnowledgeBaseLoader.Load(content, Today());
        if (loaded.Base is { } knowledge)
        {
            var edition = builder.Build(knowledge, progress);
            _lastGood.Keep(content);
            return new KnowledgeReading.Good(edition);
        }

        return _lastGood.Find() is { } copy && KnowledgeBaseLoader.Load(copy, Today()).Base is { } previous
            ? new KnowledgeReading.Previous(builder.Build(previous, progress), loaded.Findings)
            : new KnowledgeReading.Refused(loaded.Findings);
    }

    /// <summary>The source of a run without a host: verbs.</summary>
    public static KnowledgeSource Of(string content, DataFolder data) =>
        new(content, data, new EditionBuilder(new IntentModelCache(data.Models), new AnswerOptions()), TimeProvider.System);

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
