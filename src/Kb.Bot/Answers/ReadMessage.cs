using System.Collections.Immutable;
using Kb.Bot.Commands;
using Kb.Bot.Intents;
using Kb.Bot.Understanding;
using Kb.Search.Repair;

namespace Kb.Bot.Answers;

/// <summary>Everything that was understood of one message, before anything is decided. Also what an explanation shows.</summary>
/// <param name="Utterance">The message as typed.</param>
/// <param name="Command">Whether it is a command, and whether a person is named in it.</param>
/// <param name="Ranking">The guesses, best first: the classifier's, joined with what search finds.</param>
/// <param name="Words">How much of it the base's words cover.</param>
public sealed record ReadMessage(Utterance Utterance, CommandReading Command, ImmutableArray<ScoredIntent> Ranking, WordEvidence Words)
{
    /// <summary>Confidence in what was taught word for word: the same words may still have meant something else.</summary>
    private const double Taught = 0.99;

    /// <summary>The message with typos, layout and Latin letters mended, where the base knows more of its words so.</summary>
    public string Meant { get; init; } = Utterance.Text;

    /// <summary>The kind that the bot was taught this very message for; null for any other message.</summary>
    public string? Learned { get; init; }

    /// <summary>Whether it vents anger and says nothing else.</summary>
    public bool IsOutburst { get; init; }

    /// <summary>
    /// The kinds whose articles a search finds, best first. None for a part of a message, a story, a single word, and a message that needs no second opinion.
    /// </summary>
    public ImmutableArray<FoundKind> Found { get; init; } = [];

    /// <summary>Whether search finds an article of the best guess first.</summary>
    public bool IsFound => (Found, Ranking) is ([var found, ..], [var best, ..]) && found.Kind == best.Intent;

    /// <summary>Mends its parts, and remembers the words that were mended in the whole; null where there was nothing to mend.</summary>
    internal QueryRepair? Repair { get; init; }

    /// <summary>The other school or service that it is about; null when it is about none.</summary>
    public ForeignMention? Foreign { get; init; }

    /// <summary>The same message with the kind that was taught for it first, and nothing else heard in it.</summary>
    public ReadMessage AsLearned(string kind) => this with
    {
        Learned = kind,
        Command = new CommandReading(null, Command.Handoff),
        Ranking = [new ScoredIntent(kind, Taught), .. Ranking.Where(guess => guess.Intent != kind).Select(guess => guess with { Confidence = guess.Confidence * (1 - Taught) })],
    };
}
