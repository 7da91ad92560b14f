namespace Kb.Desk.Conversations;

/// <summary>What to say at once to somebody who may harm themselves; null to everybody else.</summary>
/// <param name="text">What they wrote.</param>
public delegate string? Comfort(string text);
