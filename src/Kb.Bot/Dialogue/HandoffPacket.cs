using Kb.Bot.Answers;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue;

/// <summary>Puts together what a person needs to take over without asking again.</summary>
internal static class HandoffPacket
{
    /// <summary>A command of more words carries a question with it: «позовите оператора, курс не открывается».</summary>
    private const int CommandWords = 4;

    public static BotEffect.RaiseHandoff Of(DialogueState state, Decision.HandOff handOff) =>
        new(handOff.Kind?.Id, Question(state, handOff.Reason), state.Shown, state.Rejected, handOff.Reason);

    private static string Question(DialogueState state, HandoffReason reason)
    {
        var last = Utterance.Read(state.LastMessage ?? "").Text;
        var earlier = Utterance.Read(state.Question ?? "").Text;
        if (earlier.Length == 0 || earlier == last)
        {
            return last;
        }

        return reason switch
        {
            HandoffReason.Asked => last.Count(character => character == ' ') >= CommandWords ? $"{earlier}\n{last}" : earlier,
            HandoffReason.NotHelped => earlier,
            _ => last,
        };
    }
}
