using System.Buffers;
using System.Collections.Frozen;
using Kb.Search.Repair;

namespace Kb.Bot.Commands;

/// <summary>
/// Recognizes the two commands about one's own requests. Only a message that holds nothing else is one:
/// «оформить заявку на возврат» is a question about a refund.
/// </summary>
public static class TicketGrammar
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(" .,!?-:«»\"()…—");

    private static readonly FrozenDictionary<string, Part> Parts = Build();

    private enum Part
    {
        Ticket, Answer, Status, Where, Reply, Create, Mine, Filler,
    }

    /// <summary>Whether the message asks how the student's requests are doing.</summary>
    public static bool AsksStatus(string folded) => TryRead(folded, out var parts)
        && !parts.Contains(Part.Create)
        && ((parts.Contains(Part.Ticket) && (parts.Contains(Part.Status) || parts.Contains(Part.Where) || parts.Contains(Part.Reply)))
            || (parts.Contains(Part.Where) && parts.Contains(Part.Mine) && (parts.Contains(Part.Answer) || parts.Contains(Part.Reply))));

    /// <summary>Whether the message asks to open a request.</summary>
    public static bool AsksNew(string folded) => TryRead(folded, out var parts)
        && parts.Contains(Part.Ticket) && parts.Contains(Part.Create) && !parts.Contains(Part.Status) && !parts.Contains(Part.Reply);

    private static bool TryRead(string folded, out HashSet<Part> parts)
    {
        parts = [];
        foreach (var range in folded.AsSpan().SplitAny(Marks))
        {
            var word = folded[range];
            if (word.Length == 0)
            {
                continue;
            }

            if (!Parts.TryGetValue(SoundKey.Of(word), out var part))
            {
                return false; // Mostly the first word: the rest is never cut.
            }

            parts.Add(part);
        }

        return parts.Count > 0;
    }

    private static FrozenDictionary<string, Part> Build() =>
        new (Part Part, string Words)[]
        {
            (Part.Ticket, TicketWords.Ticket), (Part.Answer, TicketWords.Answer), (Part.Status, TicketWords.Status),
            (Part.Where, TicketWords.Where), (Part.Reply, TicketWords.Reply), (Part.Create, TicketWords.Create),
            (Part.Mine, TicketWords.Mine), (Part.Filler, TicketWords.Filler),
        }
        .SelectMany(table => table.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => (Key: SoundKey.Of(word), table.Part)))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Part);
}
