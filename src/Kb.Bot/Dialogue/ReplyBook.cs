using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Kb.Bot.Dialogue;

/// <summary>Finds the words for what the bot says: the base's own first, then the built-in ones. Alternatives take turns, so a talk never stutters.</summary>
internal sealed class ReplyBook(FrozenDictionary<string, ImmutableArray<string>> own)
{
    /// <summary>The reply of this id; of several, the one whose turn it is.</summary>
    public string Say(string id, int turn)
    {
        var choices = own.GetValueOrDefault(id) is { IsDefaultOrEmpty: false } ours ? ours : Wordings.Built.GetValueOrDefault(id, Wordings.Built[Wordings.AnyTalk]);
        return choices[turn % choices.Length];
    }

    /// <summary>The base's own words for this id, else the given ones.</summary>
    public string Say(string id, string built, int turn) => own.GetValueOrDefault(id) is { IsDefaultOrEmpty: false } ours ? ours[turn % ours.Length] : built;

    /// <summary>The same with a value in the place of {0}.</summary>
    public string Say(string id, int turn, string value) => Say(id, turn).Replace("{0}", value, ignoreCase: false, CultureInfo.InvariantCulture);
}
