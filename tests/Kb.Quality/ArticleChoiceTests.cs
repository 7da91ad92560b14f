using Kb.Bot.Answers;
using Kb.Content.Register;

namespace Kb.Quality;

/// <summary>Of the articles of one kind the one is quoted that the message asks for, and never one that the reader may not read.</summary>
public sealed class ArticleChoiceTests(ExaminedBot bot) : IClassFixture<ExaminedBot>
{
    [Fact]
    public void The_article_that_the_message_asks_for_is_quoted()
    {
        var cases = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Articles", "chosen.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        var wrong = cases.Select(parts => (Want: parts[1], Got: Quoted(parts[0], parts[2], parts[3]), Message: parts[3])).Where(found => found.Want != found.Got).ToList();

        Assert.True(cases.Count >= 70, $"Only {cases.Count} cases.");
        Assert.True(wrong.Count <= 0.05 * cases.Count, string.Join('\n', wrong.Select(found => $"{found.Message}: {found.Got}, not {found.Want}")));
    }

    private string? Quoted(string kind, string grants, string message) =>
        bot.DecideKind(new KindId(kind), message, grants.Split(' ', StringSplitOptions.RemoveEmptyEntries)) switch
        {
            Decision.Answer(_, var article) => article.Id.Value,
            Decision.HandOff handOff => handOff.Article?.Id.Value,
            _ => null,
        };
}
