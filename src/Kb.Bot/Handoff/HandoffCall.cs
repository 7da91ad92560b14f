namespace Kb.Bot.Handoff;

/// <summary>What a message says about being passed to a person.</summary>
public enum HandoffCall
{
    /// <summary>Nothing.</summary>
    Silent,

    /// <summary>A person is named but not asked for: «не надо оператора», «оператор связи». No model may take it for a request.</summary>
    Mentions,

    /// <summary>The student wants a person.</summary>
    Asks,
}
