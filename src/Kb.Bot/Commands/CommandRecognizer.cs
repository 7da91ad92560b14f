using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Dialogue;
using Kb.Bot.Handoff;
using Kb.Bot.Understanding;
using Kb.Content.Register;

namespace Kb.Bot.Commands;

/// <summary>
/// Recognizes the commands of the register before any model runs: by grammar, and by their examples word for word; and the turns of talk that
/// a model must not guess about, because they say nothing yet (<see cref="OpeningGrammar"/>) or too much (<see cref="Distress"/>). Immutable, thread-safe.
/// </summary>
public sealed class CommandRecognizer
{
    private readonly FrozenDictionary<string, string> _commandByExample;
    private readonly FrozenSet<string> _commands;

    /// <param name="commands">The commands in force. One that is not listed is never recognized, save the way to a person, which no register can close.</param>
    public CommandRecognizer(ImmutableArray<BotCommand> commands)
    {
        _commands = commands.Select(command => command.Id).ToFrozenSet();
        _commandByExample = commands
            .SelectMany(command => command.Examples.Select(example => (Key: Bare(Utterance.Read(example).Folded), command.Id)))
            .DistinctBy(entry => entry.Key)
            .ToFrozenDictionary(entry => entry.Key, entry => entry.Id);
    }

    /// <summary>Reads a message.</summary>
    public CommandReading Read(Utterance utterance) => Read(Readings.Of(utterance));

    /// <summary>Reads a message of which the readings are known.</summary>
    internal CommandReading Read(ImmutableArray<string> readings)
    {
        // One reading, the one whose words are known best: «professiya: operator» must not be read as the English «operator» alone.
        var call = HandoffGrammar.Read(HandoffGrammar.MostFamiliar(readings));
        var command = readings.Select(OtherCommand).FirstOrDefault(id => id is not null);

        if (readings.Any(Distress.IsHeard))
        {
            return new CommandReading(TalkIds.Distress, call); // Before everything else: nothing weighs more.
        }

        command ??= readings.Select(OpeningGrammar.Read).FirstOrDefault(id => id is not null);

        // The desk is reached first: a message that also asks for a status is better off with a person.
        return new CommandReading(call == HandoffCall.Asks ? CommandIds.Operator : command, call);
    }

    private string? OtherCommand(string reading) =>
        _commandByExample.TryGetValue(Bare(reading), out var known) ? known
        : TicketGrammar.AsksNew(reading) ? Known(CommandIds.NewTicket)
        : TicketGrammar.AsksStatus(reading) ? Known(CommandIds.TicketStatus)
        : null;

    private string? Known(string id) => _commands.Contains(id) ? id : null;

    private static string Bare(string folded) => folded.Trim(' ', '.', '!', '?', ',', '»', '«', '"');
}

/// <summary>What the recognizer heard.</summary>
/// <param name="Command">Id of the command or of a turn of talk; null when there is none.</param>
/// <param name="Handoff">Whether a person was asked for, merely named, or neither.</param>
public readonly record struct CommandReading(string? Command, HandoffCall Handoff);

/// <summary>The commands whose meaning is code; their names and examples are data of the register.</summary>
public static class CommandIds
{
    /// <summary>«Передать оператору».</summary>
    public const string Operator = "operator";

    /// <summary>«Статус моих обращений».</summary>
    public const string TicketStatus = "ticket-status";

    /// <summary>«Создать обращение».</summary>
    public const string NewTicket = "new-ticket";
}
