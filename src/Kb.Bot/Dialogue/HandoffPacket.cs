using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue;

/// <summary>Puts together what a person needs to take over without asking again. Numbers of bank cards stay out of it.</summary>
internal static class HandoffPacket
{
    /// <summary>A command of more words carries a question with it: «позовите оператора, курс не открывается».</summary>
    private const int CommandWords = 4;

    public static BotEffect.RaiseHandoff Of(DialogueState state, Decision.HandOff handOff, TurnContext context) =>
        new(handOff.Kind?.Id, CardNumbers.Mask(Question(state, handOff.Reason)), state.Shown, state.Rejected, handOff.Reason, Fields(state, handOff, context));

    private static ImmutableArray<HandoffField> Fields(DialogueState state, Decision.HandOff handOff, TurnContext context)
    {
        var values = (handOff.Kind, state.Form) switch
        {
            ({ } kind, { } form) when form.Kind == kind.Id => form.Values,
            ({ } kind, _) => KnownFields.Of(kind, state.Said, context),
            _ => [],
        };
        return [.. values.Select(value => new HandoffField(value.Field, FieldBook.Of(value.Field).Label, CardNumbers.Mask(value.Value)))];
    }

    private static string Question(DialogueState state, HandoffReason reason)
    {
        var last = Clean(state.LastMessage ?? "");
        if (reason == HandoffReason.Distress)
        {
            return last;
        }

        if (state.Form is { } form)
        {
            var called = reason == HandoffReason.Asked && IsMoreThanCommand(last) ? [last] : Array.Empty<string>();
            return string.Join('\n', new[] { Clean(form.Question) }.Concat(form.AlsoAsked.Select(Clean)).Concat(called).Distinct());
        }

        var earlier = Clean(state.Question ?? "");
        if (earlier.Length == 0 || earlier == last)
        {
            return last;
        }

        return reason switch
        {
            HandoffReason.Asked => IsMoreThanCommand(last) ? $"{earlier}\n{last}" : earlier,
            HandoffReason.NotHelped => earlier,
            _ => last,
        };
    }

    /// <summary>Whether a call for a person says more than that.</summary>
    public static bool IsMoreThanCommand(string text) => text.Count(character => character == ' ') >= CommandWords;

    /// <summary>Line by line: a burst of messages stays several lines.</summary>
    private static string Clean(string text) => string.Join('\n', text.Split('\n').Select(line => Utterance.Read(line).Text).Where(line => line.Length > 0));
}
