using Kb.Bot.Answers;

namespace Kb.Bot.Dialogue;

/// <summary>Passes the talk to a person: tells the student what is passed on and when to expect an answer, and the host to open a ticket.</summary>
internal sealed class HandOver(ReplyWriter writer, HandoffSubject subject)
{
    /// <param name="script">The turn.</param>
    /// <param name="handOff">Why, and what about.</param>
    /// <param name="context">Who, and what may be promised.</param>
    /// <param name="lead">What is said before; null when nothing is.</param>
    public void Play(TurnScript script, Decision.HandOff handOff, TurnContext context, BotReply? lead = null)
    {
        var packet = subject.Complete(HandoffPacket.Of(script.Now, handOff, context), script.Now, context);
        var reply = writer.HandOff(handOff, script.Now, packet, context);
        script.Say(new DialogueEvent.HandedOff(handOff.Reason, handOff.Kind?.Id), lead is null ? reply : reply.After(lead));
        script.Do(packet);
    }
}
