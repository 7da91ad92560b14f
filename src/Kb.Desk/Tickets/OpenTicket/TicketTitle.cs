namespace Kb.Desk.Tickets;

/// <summary>One line that stands for a question in the queue.</summary>
public static class TicketTitle
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxLength = 100;

    private const string Unknown = "Вопрос оператору";

    /// <summary>The first line of the question, cut at a word; the kind's name, or a general title, where there is no question.</summary>
    public static string From(string question, string? kindName)
    {
        var line = question.AsSpan().Trim();
        var end = line.IndexOfAny('\n', '\r');
        line = end < 0 ? line : line[..end].TrimEnd();
        return line.IsEmpty ? kindName ?? Unknown : Shorten(line);
    }

    private static string Shorten(ReadOnlySpan<char> line)
    {
        if (line.Length <= MaxLength)
        {
            return line.ToString();
        }

        var space = line[..MaxLength].LastIndexOf(' ');
        var cut = space > MaxLength / 2 ? space : MaxLength - 1;
        // Never between the halves of one character.
        cut = char.IsHighSurrogate(line[cut - 1]) ? cut - 1 : cut;
        return $"{line[..cut].TrimEnd()}…";
    }
}
