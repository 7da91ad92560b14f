using System.CommandLine;
using System.Text.Json;
using Kb.Content.Lint;
using Kb.Content.Loading;
using Kb.Web.Hosting;

namespace Kb.Web.Verbs;

/// <summary><c>kb check</c>: what editors must know of the content folder. Ends with 1 when the base cannot be used.</summary>
internal static class CheckVerb
{
    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("check", "Check the content folder: every finding with its file, line and remedy; then the counts.");
        verb.SetAction(parsed => Run(
            KnowledgeBaseLoader.Load(shared.ContentPath(parsed), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)),
            parsed.GetValue(shared.Json),
            Console.Out));
        return verb;
    }

    internal static int Run(LoadResult result, bool json, TextWriter output)
    {
        foreach (var finding in result.Findings)
        {
            output.WriteLine(json ? JsonSerializer.Serialize(finding, KbJson.Options) : finding.ToString());
        }

        output.WriteLine(json ? JsonSerializer.Serialize(Totals(result), KbJson.Options) : Describe(result));
        return result.Base is null ? CommandLine.Failed : CommandLine.Done;
    }

    private static string Describe(LoadResult result)
    {
        var counts = result.Summary;
        return $"""
            Виды обращений: {counts.Kinds}, из них со статьями: {counts.KindsWithArticles}, с {KnowledgeBaseLoader.EnoughPhrases} фразами и больше: {counts.KindsWithPhrases}, с контрольными вопросами: {counts.KindsWithGolden}
            Статей: {counts.Articles}, фраз с шаблонами: {counts.Phrases}, чужих сообщений: {counts.NotOurs}, контрольных вопросов: {counts.GoldenDev} + {counts.GoldenGate}
            Групп синонимов: {counts.Synonyms}, написаний: {counts.Spellings}, шаблонов без статей: {counts.Templates}, регламентов: {counts.Regulations}
            Ошибок: {Count(result, FindingSeverity.Error)}, предупреждений: {Count(result, FindingSeverity.Warning)}
            """;
    }

    private static object Totals(LoadResult result) => new
    {
        result.Summary,
        Errors = Count(result, FindingSeverity.Error),
        Warnings = Count(result, FindingSeverity.Warning),
    };

    private static int Count(LoadResult result, FindingSeverity severity) =>
        result.Findings.Count(finding => finding.Severity == severity);
}
