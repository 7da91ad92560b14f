namespace Kb.Desk.Conversations;

/// <summary>Whether a message only thanks or says goodbye: it asks for nothing, and opens no closed ticket again.</summary>
/// <param name="text">What the student wrote.</param>
public delegate bool Farewell(string text);
