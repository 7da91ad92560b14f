using Kb.Bot.Answers;

namespace Kb.Quality;

/// <summary>Requests about other services that sound like ours, and ours that name another service in passing: lists written before the detector was tuned.</summary>
public sealed class ForeignServiceTests(ExaminedBot bot) : IClassFixture<ExaminedBot>
{
    [Fact]
    public void Requests_about_other_services_are_not_answered_from_our_articles() => Share(
        "foreign.txt", 0.95, message => message.Decision is "refuse" or "clarify");

    [Fact]
    public void Most_of_them_are_told_that_they_ask_about_another_service() => Share(
        "foreign.txt", 0.85, message => message.Refusal == RefusalReason.ForeignService);

    [Fact]
    public void Our_requests_that_name_another_service_are_not_sent_away() => Share(
        "ours.txt", 0.95, message => message.Refusal != RefusalReason.ForeignService);

    private void Share(string file, double floor, Func<ClassifiedMessage, bool> right)
    {
        var read = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Lures", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(bot.Classify)
            .ToList();
        var wrong = read.Where(message => !right(message)).Select(message => $"{message.Text}: {message.Decision}, {message.Kind} {message.Confidence:0.00}, {message.Foreign}");

        Assert.True(read.Count >= 80, $"Only {read.Count} lines.");
        Assert.True(read.Count(right) >= floor * read.Count, $"{read.Count(right)} of {read.Count}:\n{string.Join('\n', wrong)}");
    }
}
