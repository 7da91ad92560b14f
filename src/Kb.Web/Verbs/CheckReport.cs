using System.Collections.Immutable;
using System.Text.Json;
using Kb.Content.Lint;
using Kb.Content.Loading;
using Kb.Web.Hosting;

namespace Kb.Web.Verbs;

/// <summary>What <c>kb check</c> prints: findings, counts by rule, the summary. As JSON: a line a finding, then one with all counts.</summary>
internal sealed class CheckReport(LoadResult result)
{
    private readonly ImmutableSortedDictionary<string, int> _rules = result.Findings
        .CountBy(finding => finding.Rule)
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <param name="output">Where to.</param>
    /// <param name="asJson">For a program, which gets notes always.</param>
    /// <param name="withNotes">For a person: whether the texts of notes are wanted; they are counted in any case.</param>
    public void Write(TextWriter output, bool asJson, bool withNotes)
    {
        foreach (var finding in result.Findings.Where(finding => asJson || withNotes || finding.Severity != FindingSeverity.Note))
        {
            output.WriteLine(asJson ? JsonSerializer.Serialize(finding, KbJson.Options) : finding.ToString());
        }

        if (asJson)
        {
            output.WriteLine(JsonSerializer.Serialize(Totals(), KbJson.Options));
        }
        else
        {
            WriteCounts(output);
        }
    }

    private void WriteCounts(TextWriter output)
    {
        foreach (var (rule, count) in _rules)
        {
            output.WriteLine($"{count,5}  {rule}");
        }

        var counts = result.Summary;
        output.WriteLine($"""
            Статей: {counts.Articles}, фраз с шаблонами: {counts.Phrases}, чужих сообщений: {counts.NotOurs}, контрольных вопросов: {counts.GoldenDev} + {counts.GoldenGate}
            Групп синонимов: {counts.Synonyms}, написаний: {counts.Spellings}, шаблонов без статей: {counts.Templates}, регламентов: {counts.Regulations}
            {ContentRules.NearDuplicates}
            Ошибок: {Count(FindingSeverity.Error)}, предупреждений: {Count(FindingSeverity.Warning)}, заметок: {Count(FindingSeverity.Note)}
            {counts.KindsComplete} из {counts.Kinds} видов со статьями, фразами (≥ {ContentSummary.EnoughPhrases}), контрольными вопросами ({ContentSummary.EnoughGolden} + {ContentSummary.EnoughGolden}); утечек {Leaks}, противоречий {Contradictions}
            """);
    }

    private object Totals() => new
    {
        result.Summary,
        Rules = _rules,
        Errors = Count(FindingSeverity.Error),
        Warnings = Count(FindingSeverity.Warning),
        Notes = Count(FindingSeverity.Note),
        Leaks,
        Contradictions,
        Clean = result.IsClean,
    };

    private int Leaks => Sum(ContentRules.Leaks);

    private int Contradictions => Sum(ContentRules.Contradictions);

    private int Sum(IEnumerable<string> rules) => rules.Sum(rule => _rules.GetValueOrDefault(rule));

    private int Count(FindingSeverity severity) => result.Count(severity);
}
