using System.Text.Json;
using Kb.Content.Lint;
using Kb.Content.Loading;
using Kb.Web.Knowledge;
using Kb.Web.Verbs;

namespace Kb.Web.Tests.Verbs;

public sealed class CheckReportTests
{
    private static readonly ContentFinding Leak = ContentFinding.Warning("golden-leak", "golden/gate/a.yaml", 4, "Утечка.", "Удалите.");
    private static readonly ContentFinding Style = ContentFinding.Note("passive", "articles/a.md", 7, "Залог.", "Назовите, кто.");
    private static readonly ContentFinding Fault = ContentFinding.Error("yaml", "facts.yaml", 1, "Не читается.", "Исправьте.");

    [Fact]
    public void Notes_are_counted_always_and_printed_on_demand()
    {
        var lines = Print(Result(Leak, Style), asJson: false, withNotes: false);

        Assert.Equal("golden/gate/a.yaml:4: предупреждение [golden-leak]: Утечка. Удалите.", lines[0]);
        Assert.DoesNotContain(lines, line => line.Contains("Залог.", StringComparison.Ordinal));
        Assert.Contains("    1  passive", lines);
        Assert.Contains("Ошибок: 0, предупреждений: 1, заметок: 1", lines);
        Assert.Equal("7 из 9 видов со статьями, фразами (≥ 40), контрольными вопросами (4 + 4); утечек 1, противоречий 0", lines[^1]);
        Assert.Contains("articles/a.md:7: заметка [passive]: Залог. Назовите, кто.", Print(Result(Leak, Style), asJson: false, withNotes: true));
    }

    [Fact]
    public void A_program_gets_every_finding_and_then_the_counts()
    {
        var lines = Print(Result(Leak, Style), asJson: true, withNotes: false).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(3, lines.Count);
        Assert.Equal(
            ("note", "passive", "articles/a.md", 7, "Залог.", "Назовите, кто."),
            (lines[1].GetProperty("severity").GetString(), lines[1].GetProperty("rule").GetString(), lines[1].GetProperty("file").GetString(), lines[1].GetProperty("line").GetInt32(), lines[1].GetProperty("message").GetString(), lines[1].GetProperty("remedy").GetString()));
        Assert.Equal(1, lines[2].GetProperty("rules").GetProperty("golden-leak").GetInt32());
        Assert.Equal((1, 0, false), (lines[2].GetProperty("leaks").GetInt32(), lines[2].GetProperty("contradictions").GetInt32(), lines[2].GetProperty("clean").GetBoolean()));
    }

    [Fact]
    public void Errors_fail_a_check_and_warnings_only_a_strict_one()
    {
        Assert.Equal(1, CheckVerb.ExitCode(Result(Fault), isStrict: false));
        Assert.Equal(0, CheckVerb.ExitCode(Good(Leak), isStrict: false));
        Assert.Equal(1, CheckVerb.ExitCode(Good(Leak), isStrict: true));
        Assert.Equal(0, CheckVerb.ExitCode(Good(Style), isStrict: true));
    }

    [Fact]
    public void Steps_are_said_before_and_with_their_seconds_after()
    {
        var said = new Lines();

        var result = new BuildSteps(said, TimeProvider.System).Run("Индексирую", () => said.Count);

        Assert.Equal(1, result);
        Assert.Equal("Индексирую", said[0]);
        Assert.Matches("^Индексирую: [0-9]+,[0-9]\u00A0с$", said[1]);
    }

    private static string[] Print(LoadResult result, bool asJson, bool withNotes)
    {
        using var output = new StringWriter();
        new CheckReport(result).Write(output, asJson, withNotes);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static LoadResult Result(params ContentFinding[] findings) =>
        new(null, [.. findings], ContentSummary.Nothing with { Kinds = 9, KindsComplete = 7 });

    private static LoadResult Good(params ContentFinding[] findings) =>
        KnowledgeBaseLoader.Load(TestOptions.SmallBase, new DateOnly(2026, 11, 22)) with { Findings = [.. findings] };

    private sealed class Lines : List<string>, IProgress<string>
    {
        public void Report(string value) => Add(value);
    }
}
