using System.Text;
using Kb.Bot.Dialogue;

namespace Kb.Quality;

/// <summary>
/// Talks with the bot of the real base, as students had them: a line a turn, «message | outcome», where the outcome is the quoted article, a
/// field that a form asks for, or what else the bot does, and after «~» words that the reply must hold.
/// </summary>
public sealed class TalkTests(ExaminedBot bot) : IClassFixture<ExaminedBot>
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Talks");

    [Fact]
    public void Talks_of_the_real_base_go_as_people_expect()
    {
        var turns = Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(Play).ToList();
        var wrong = turns.Where(turn => turn.Failure is not null).ToList();

        Assert.True(turns.Count >= 60, $"Only {turns.Count} turns.");
        // A little room: the classifier is trained anew with every edit of the phrases.
        Assert.True(wrong.Count <= 0.05 * turns.Count, $"{wrong.Count} of {turns.Count}:\n{string.Join('\n', wrong.Select(turn => $"{turn.Talk}: {turn.Failure}"))}");
    }

    private IEnumerable<(string Talk, string? Failure)> Play(string file)
    {
        var state = DialogueState.Fresh;
        foreach (var line in File.ReadAllLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (message, expected) = (line[..line.LastIndexOf('|')].Trim(), line[(line.LastIndexOf('|') + 1)..].Split('~', StringSplitOptions.TrimEntries));
            var turn = bot.Turn(state, message.StartsWith('[') ? new StudentInput.Press(message.Trim('[', ']')) : new StudentInput.Text(message));
            state = turn.State;
            var outcome = Outcome(turn);
            var says = expected.Length < 2 || Plain(turn.Reply?.Markdown ?? "").Contains(expected[1], StringComparison.OrdinalIgnoreCase);
            yield return (Path.GetFileNameWithoutExtension(file), outcome == expected[0] && says ? null : $"«{message}» — {outcome}, not {string.Join(" ~ ", expected)}: {Plain(turn.Reply?.Markdown ?? "")}");
        }
    }

    private static string Outcome(DialogueTurn turn) => turn switch
    {
        { Reply: null } => "silent",
        { Effects: [BotEffect.RaiseHandoff, ..] } => "handoff",
        { State.Form.Asking: { } field } => $"form:{field}",
        { Events: [.., DialogueEvent.Refused] } => "refuse",
        { Events: [.., DialogueEvent.Clarified] } => "clarify",
        { Reply.Sources: [.., var article] } => article.Value,
        _ => "talk",
    };

    /// <summary>Without line breaks and no-break spaces, which depend on where a sentence stands.</summary>
    private static string Plain(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        foreach (var character in markdown)
        {
            plain.Append(char.IsWhiteSpace(character) ? ' ' : character);
        }

        return plain.ToString();
    }
}
