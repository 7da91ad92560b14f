using System.Collections.Immutable;
using Kb.Content.Lint;
using Kb.Content.Loading;
using Kb.Content.Phrases;

namespace Kb.Content.Golden;

/// <summary>golden/dev/*.yaml and golden/gate/*.yaml → <see cref="GoldenQuestions"/>: a list an id; in not-ours.yaml, a list a group.</summary>
internal static class GoldenReader
{
    private const string NotOurs = "not-ours.yaml";

    public static GoldenQuestions Read(ContentFolder files, ICollection<ContentFinding> findings) =>
        new(Half(files, "golden/dev/", findings), Half(files, "golden/gate/", findings));

    private static ImmutableArray<GoldenQuestion> Half(ContentFolder files, string folder, ICollection<ContentFinding> findings) =>
    [
        .. files.Files
            .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal))
            .SelectMany(file => PhraseFileReader.ReadGroups(file.Text, file.Path, findings))
            .SelectMany(entry => entry.Phrases.Select(phrase => Question(entry, phrase))),
    ];

    private static GoldenQuestion Question(IntentPhrases entry, PhraseLine phrase)
    {
        var isOurs = !entry.File.EndsWith("/" + NotOurs, StringComparison.Ordinal);
        return new GoldenQuestion(phrase.Text, isOurs ? entry.Intent : null, isOurs ? null : entry.Intent, entry.File, phrase.Line);
    }
}
