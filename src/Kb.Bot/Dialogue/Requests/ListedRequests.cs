using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Understanding;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>
/// What the parts of a list come to together: one is taken now, the others are named, and what nobody understands is said to be so, instead of sinking the rest.
/// </summary>
internal static class ListedRequests
{
    private const int MostOthers = 3;

    /// <summary>Confidence from which a part that merely tells is a request.</summary>
    private const double Certain = 0.9;

    /// <summary>A shorter part may lean on the one before it: «можно ли на английском».</summary>
    private const int EnoughWords = 5;

    /// <summary>Reads the parts; null where the message only looks like a list: «1) сменил пароль 2) почистил кеш».</summary>
    /// <param name="list">Of several parts.</param>
    /// <param name="find">Finds the request of a part.</param>
    /// <param name="kindOf">The kind of two parts read as one; null when they have none.</param>
    /// <param name="doubtful">The message, where the bot may ask back which of its parts was meant; else null.</param>
    public static FoundRequest? Of(RequestList list, Func<string, FoundRequest> find, Func<string, RequestKind?> kindOf, ReadMessage? doubtful)
    {
        var parts = list.Parts.Select((text, at) => Part.Read(text, isPreamble: list.HasPreamble && at == 0, find)).ToList();
        parts[0] = Settled(parts);
        var heading = parts[0] is { IsPreamble: true, IsRequest: true } ? parts[0] : null;
        var taken = parts.Where(part => part.IsRequest && (heading is null || part == heading || !IsUnder(heading, part))).Select(part => part.Found).DistinctBy(found => found.Kind!.Id).ToList();
        var open = parts.Where((part, at) => part.IsOpen && (heading is null || FormQuestions.Asks(Utterance.Read(part.Text))) && !(at > 0 && part.MayLean && LeansOn(heading ?? parts[at - 1], part))).ToList();
        if (taken.Count + open.Count < 2)
        {
            return heading is not null && taken.Count == 1 && parts.Skip(1).All(part => part.Asks) ? heading.Found with { Part = heading.Text } : null;
        }

        return taken.Count == 0 ? Between(open, doubtful) : Together(taken, open, parts, heading);

        // «Не могу войти. 1) сменил пароль 2) почистил кеш» says what was tried, and «Нужно обучить 20 человек. 1. Есть ли скидка?» asks about that.
        bool IsUnder(Part request, Part part) => !part.Asks || (part.IsShort && part.Found.Confidence < Certain && kindOf($"{request.Text}. {part.Text}")?.Id == request.Found.Kind!.Id);

        // «Как скачать сертификат, и ещё можно ли на английском»: together they are one request.
        bool LeansOn(Part before, Part part) => kindOf($"{before.Text}. {part.Text}") is { } kind && taken.Exists(found => found.Kind!.Id == kind.Id);
    }

    /// <summary>A heading in doubt is what a sure part below it makes of it: «Нужен счёт на компанию, 20 человек. 1) НДС входит? …»</summary>
    private static Part Settled(List<Part> parts) =>
        parts[0] is { IsPreamble: true, Found.Decision: Decision.Clarify(var between) } doubtful
        && parts.Skip(1).FirstOrDefault(part => part.IsRequest && part.Found.Confidence >= Certain && between.Any(kind => kind.Id == part.Found.Kind!.Id)) is { } sure
            ? doubtful with { Found = sure.Found }
            : parts[0];

    /// <summary>None of the parts is clear: which of them was meant?</summary>
    private static FoundRequest? Between(List<Part> open, ReadMessage? doubtful)
    {
        var between = open.Select(part => part.Found.Decision).OfType<Decision.Clarify>().Select(clarify => clarify.Between[0]).DistinctBy(kind => kind.Id).Take(MostOthers).ToImmutableArray();
        return doubtful is not null && between.Length > 1 ? new FoundRequest(new Decision.Clarify(between), [], doubtful) : null;
    }

    /// <summary>One part now, and the others named. What the bot can answer comes before what it must hand over: after that it is silent. What stands under a heading is about that.</summary>
    private static FoundRequest Together(List<FoundRequest> taken, List<Part> open, List<Part> parts, Part? heading)
    {
        var ordered = taken.OrderBy(found => !ReferenceEquals(found, heading?.Found)).ThenBy(found => found.Decision is Decision.HandOff).ToList();
        var others = ordered.Skip(1).Select(found => found.Kind!).Concat(taken.SelectMany(found => found.Others)).DistinctBy(kind => kind.Id).Where(kind => kind.Id != ordered[0].Kind!.Id);
        return ordered[0] with
        {
            Part = ordered[0].Part ?? parts.First(part => ReferenceEquals(part.Found, ordered[0])).Text,
            Others = [.. others.Take(MostOthers)],
            Unclear = [.. taken.SelectMany(found => found.Unclear), .. open.Where(part => part.Found.Decision is Decision.Clarify).Select(part => part.Text)],
            Unanswered = [.. taken.SelectMany(found => found.Unanswered), .. open.Where(part => part.Found.Decision is Decision.Refuse).Select(part => part.Text)],
        };
    }

    /// <summary>One of several was asked for, whichever: the student chooses. Null where they are not several kinds, or nothing may be asked back.</summary>
    public static FoundRequest? OneOf(RequestList list, Func<string, FoundRequest> find, ReadMessage? doubtful)
    {
        if (doubtful is null)
        {
            return null;
        }

        var parts = list.Parts.Select((text, at) => Part.Read(text, isPreamble: list.HasPreamble && at == 0, find)).ToList();
        var kinds = parts.Skip(1).Where(part => part.Found.Kind is not null).Concat(parts.Take(1).Where(part => part.IsRequest)).Select(part => part.Found.Kind!).DistinctBy(kind => kind.Id).Take(MostOthers).ToImmutableArray();
        return kinds.Length > 1 ? new FoundRequest(new Decision.Clarify(kinds), [], doubtful) : null;
    }

    private sealed record Part(string Text, FoundRequest Found, bool Asks, bool IsPreamble)
    {
        /// <summary>Whether it is taken or named.</summary>
        public bool IsRequest => Found.Kind is not null && ((Asks && !IsPreamble) || Found.Confidence >= Certain);

        /// <summary>Whether it asks for something that is not clear, or not known here.</summary>
        public bool IsOpen => Asks && !IsPreamble && Found.Decision is Decision.Clarify or Decision.Refuse { Reason: RefusalReason.NotSure or RefusalReason.ForeignWords or RefusalReason.ForeignService, Kind: null };

        /// <summary>Whether it may be about the part before it. What is foreign is not.</summary>
        public bool MayLean => IsShort && Found.Decision is Decision.Clarify or Decision.Refuse { Reason: RefusalReason.NotSure };

        /// <summary>Whether it has so few words that it hardly stands alone.</summary>
        public bool IsShort => Text.Count(character => character == ' ') < EnoughWords - 1;

        public static Part Read(string text, bool isPreamble, Func<string, FoundRequest> find) =>
            new(text, find(text), Segment.Of(text).Any(segment => segment.Asks), isPreamble);
    }
}
