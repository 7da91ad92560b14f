namespace Kb.Quality;

/// <summary>«Не хочу возврат» asks for nothing, «не могу войти» for help, and of «не сертификат, а справку» the second counts.</summary>
public sealed class DenialTests(ExaminedBot bot) : IClassFixture<ExaminedBot>
{
    [Fact]
    public void What_is_denied_is_not_acted_on_and_what_is_asked_is()
    {
        var read = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Denials", "denials.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(parts => (Want: parts[0], Got: bot.Classify(parts[1])))
            .ToList();
        // A refusal of ours costs a click, an answer to what was denied costs trust.
        var acted = read.Where(pair => pair.Want == "-" ? pair.Got.Decision is "answer" or "handoff" : pair.Got.Kind != pair.Want && pair.Got.Decision is "answer" or "handoff").ToList();
        var missed = read.Where(pair => pair.Want != "-" && (pair.Got.Kind != pair.Want || pair.Got.Decision == "refuse")).ToList();

        Assert.True(read.Count >= 40, $"Only {read.Count} cases.");
        Assert.True(acted.Count <= 1 && missed.Count <= 4, string.Join('\n', acted.Concat(missed).Distinct().Select(pair => $"{pair.Got.Text}: {pair.Got.Decision} {pair.Got.Kind} {pair.Got.Confidence:0.00} {pair.Got.Refusal}, not {pair.Want}")));
    }
}
