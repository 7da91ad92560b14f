using System.Collections.Frozen;

namespace Kb.Bot.Understanding;

/// <summary>Another school or service that a message is about: «пароль от Госуслуг», not «не могу войти через VK».</summary>
/// <param name="Name">As the vocabulary lists it.</param>
/// <param name="KnownTo">Intents whose articles name it, or whose phrases are about it: for them it is not foreign.</param>
/// <param name="Rest">The words of the message beside the name.</param>
public sealed record ForeignMention(string Name, FrozenSet<string> KnownTo, WordEvidence Rest);
