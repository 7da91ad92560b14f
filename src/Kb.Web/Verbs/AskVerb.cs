using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using Kb.Bot.Dialogue;
using Kb.Bot.Explanations;
using Kb.Content.Rendering;
using Kb.Web.Hosting;
using Kb.Web.Knowledge;

namespace Kb.Web.Verbs;

/// <summary><c>kb ask</c>: a talk with the bot in the terminal, or one question. Opens no ticket: it says where one would be opened.</summary>
internal static class AskVerb
{
    private static readonly Argument<string[]> Texts = new("text")
    {
        Description = "Messages, one turn each. Without them the lines of standard input are read as the turns of one talk.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Explain = new("--explain") { Description = "After each turn tell what led to it: guesses, checks, words." };

    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("ask", "Talk with the bot: messages as arguments, or one a line on standard input.") { Texts, Explain };
        verb.SetAction(parsed => Run(parsed, shared));
        return verb;
    }

    private static int Run(ParseResult parsed, SharedOptions shared)
    {
        if (VerbKnowledge.Open(parsed, shared) is not { } edition)
        {
            return CommandLine.Failed;
        }

        var texts = parsed.GetValue(Texts) ?? [];
        var lines = texts.Length > 0 ? texts : LineBatch.Lines("-", [])!;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        var state = DialogueState.Fresh;
        foreach (var line in lines)
        {
            var turn = edition.Bot.Turn(state, new StudentInput.Text(line), VerbKnowledge.StudentContext());
            state = turn.State;
            var asked = View(line, turn) with { Why = parsed.GetValue(Explain) ? edition.Bot.Explain(line, VerbKnowledge.StudentContext()) : null };
            output.WriteLine(parsed.GetValue(shared.Json) ? JsonSerializer.Serialize(asked, KbJson.Options) : Describe(asked, edition));
        }

        return CommandLine.Done;
    }

    private static IEnumerable<string> Reasons(MessageExplanation why) =>
    [
        $"  решение: {why.Outcome} {why.OutcomeKind}",
        .. why.Guesses.Select(guess => FormattableString.Invariant($"  p={guess.Confidence:0.00} слов={guess.WordShare:0.00} {guess.Intent}")),
        .. why.Checks.Select(check => FormattableString.Invariant($"  {(check.Passed ? "+" : "-")} {check.Id} {check.Value:0.00} (нужно {check.Threshold:0.00})")),
        $"  чужие слова: {string.Join(' ', why.Words.Where(word => !word.Known).Select(word => word.Text))}",
    ];

    private static AskedTurn View(string text, DialogueTurn turn) => new(
        text,
        turn.Reply?.Markdown,
        [.. (turn.Reply?.Sources ?? []).Select(source => source.Value)],
        [.. (turn.Reply?.Actions ?? []).Select(action => action.Label)],
        turn.Effects.Any(effect => effect is BotEffect.RaiseHandoff));

    private static string Describe(AskedTurn turn, KnowledgeEdition edition)
    {
        List<string> lines = ["— " + turn.Text, turn.Reply is { } reply ? MarkdownRenderer.ToPlainText(reply) : "(бот молчит: разговор у человека)"];
        lines.AddRange(turn.Sources.Select(source => "Источник: " + edition.Base.Articles[new(source)].Title));
        if (turn.Buttons.Length > 0)
        {
            lines.Add(string.Join(' ', turn.Buttons.Select(button => $"[{button}]")));
        }

        if (turn.Handoff)
        {
            lines.Add("→ обращение передано человеку");
        }

        if (turn.Why is { } why)
        {
            lines.AddRange(Reasons(why));
        }

        return string.Join(Environment.NewLine, lines) + Environment.NewLine;
    }

    private sealed record AskedTurn(string Text, string? Reply, ImmutableArray<string> Sources, ImmutableArray<string> Buttons, bool Handoff, MessageExplanation? Why = null);
}
