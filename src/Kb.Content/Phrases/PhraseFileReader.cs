using System.Collections.Immutable;
using Kb.Content.Lint;
using Kb.Content.Yaml;

namespace Kb.Content.Phrases;

/// <summary>The wordings of one intent as they stand in a file.</summary>
/// <param name="Intent">Id of a kind, a talk turn or a command; for the group of a «not ours» file, its name.</param>
/// <param name="Phrases">Written out, with their lines.</param>
/// <param name="Expanded">What the patterns gave.</param>
/// <param name="Replies">What the bot says to it.</param>
/// <param name="File">Path relative to the content folder.</param>
/// <param name="Line">Line of the entry.</param>
internal sealed record IntentPhrases(
    string Intent,
    ImmutableArray<PhraseLine> Phrases,
    ImmutableArray<string> Expanded,
    ImmutableArray<string> Replies,
    string File,
    int Line);

/// <summary>One written phrase and its line.</summary>
internal readonly record struct PhraseLine(string Text, int Line);

/// <summary>A file of phrases: an entry an intent with <c>phrases</c>, <c>patterns</c> and <c>replies</c>; or, for «not ours», plain lists.</summary>
internal static class PhraseFileReader
{
    /// <summary>Longest phrase; a longer one is an article pasted into the wrong file.</summary>
    private const int MaxPhraseLength = 1_000;

    public static ImmutableArray<IntentPhrases> ReadIntents(string text, string file, ICollection<ContentFinding> findings)
    {
        if (YamlTreeReader.Read(text, file, 1, findings) is not YamlTree.Map map)
        {
            return [];
        }

        var root = new YamlFields(map, file, findings);
        return
        [
            .. root.Names().Select(intent => (intent, line: root.LineOf(intent), fields: root.Nested(intent)))
                .Where(entry => entry.fields is not null)
                .Select(entry => ReadIntent(entry.intent, entry.line, entry.fields!, file, findings)),
        ];
    }

    public static ImmutableArray<IntentPhrases> ReadGroups(string text, string file, ICollection<ContentFinding> findings)
    {
        if (YamlTreeReader.Read(text, file, 1, findings) is not YamlTree.Map map)
        {
            return [];
        }

        var root = new YamlFields(map, file, findings);
        return
        [
            .. root.Names().Select(group => (group, line: root.LineOf(group), lines: root.Lines(group)))
                .Select(entry => new IntentPhrases(entry.group, Phrases(entry.lines, file, findings), [], [], file, entry.line)),
        ];
    }

    private static IntentPhrases ReadIntent(string intent, int line, YamlFields fields, string file, ICollection<ContentFinding> findings)
    {
        var entry = new IntentPhrases(
            intent,
            Phrases(fields.Lines("phrases"), file, findings),
            [.. fields.Lines("patterns").SelectMany(pattern => Expand(pattern, file, findings))],
            fields.Texts("replies"),
            file,
            line);
        fields.RefuseUnknown();
        return entry;
    }

    private static ImmutableArray<PhraseLine> Phrases(ImmutableArray<YamlTree.Scalar> lines, string file, ICollection<ContentFinding> findings)
    {
        var phrases = ImmutableArray.CreateBuilder<PhraseLine>(lines.Length);
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line.Text) || line.Text.Length > MaxPhraseLength)
            {
                findings.Add(ContentFinding.Error("phrase-length", file, line.Line, "Фраза пустая или слишком длинная.", $"Оставьте от 1 до {MaxPhraseLength} знаков."));
            }
            else
            {
                phrases.Add(new PhraseLine(line.Text, line.Line));
            }
        }

        return phrases.ToImmutable();
    }

    private static ImmutableArray<string> Expand(YamlTree.Scalar pattern, string file, ICollection<ContentFinding> findings)
    {
        try
        {
            return PhrasePattern.Expand(pattern.Text);
        }
        catch (FormatException exception)
        {
            findings.Add(ContentFinding.Error("pattern", file, pattern.Line, $"Шаблон фразы не читается. {exception.Message}", "Проверьте скобки: (а|б) — выбор, [а] — можно пропустить."));
            return [];
        }
    }
}
