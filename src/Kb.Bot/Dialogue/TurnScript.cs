using System.Collections.Immutable;

namespace Kb.Bot.Dialogue;

/// <summary>Collects what happens in one turn; the state follows the events by itself.</summary>
internal sealed class TurnScript
{
    private readonly ImmutableArray<DialogueEvent>.Builder _events = ImmutableArray.CreateBuilder<DialogueEvent>();
    private readonly ImmutableArray<BotEffect>.Builder _effects = ImmutableArray.CreateBuilder<BotEffect>();
    private BotReply? _reply;

    public TurnScript(DialogueState before, DialogueEvent input)
    {
        Before = before;
        Now = before.With(input);
        _events.Add(input);
    }

    /// <summary>The state before the turn: what the student reacts to.</summary>
    public DialogueState Before { get; }

    /// <summary>The state after what happened in the turn so far.</summary>
    public DialogueState Now { get; private set; }

    public void Say(DialogueEvent happened, BotReply? reply)
    {
        _events.Add(happened);
        Now = Now.With(happened);
        _reply = reply ?? _reply;
    }

    /// <summary>Something happened that is not said by itself.</summary>
    public void Note(DialogueEvent happened) => Say(happened, null);

    /// <summary>What the bot says about the events noted so far; the last words count.</summary>
    public void Reply(BotReply reply) => _reply = reply;

    public void Do(BotEffect effect) => _effects.Add(effect);

    public DialogueTurn End() => new(Now, _events.DrainToImmutable(), _reply, _effects.DrainToImmutable());
}
