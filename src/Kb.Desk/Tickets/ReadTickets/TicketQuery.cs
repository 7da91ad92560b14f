using System.Globalization;

namespace Kb.Desk.Tickets;

/// <summary>Which tickets to list.</summary>
public abstract record TicketView
{
    private TicketView()
    {
    }

    /// <summary>Every ticket, closed ones too, these last.</summary>
    public sealed record All : TicketView;

    /// <summary>What one member of staff answers for and has not closed.</summary>
    public sealed record AssignedTo(string StaffId) : TicketView;

    /// <summary>What nobody answers for yet.</summary>
    public sealed record Unassigned : TicketView;

    /// <summary>What a line owes.</summary>
    public sealed record OfLine(int Line) : TicketView;

    /// <summary>Reads <c>mine</c>, <c>unassigned</c>, <c>all</c> or <c>line:2</c>; null when it is none of them.</summary>
    public static TicketView? TryParse(string? text, StaffMember reader) => text switch
    {
        null or "" or "all" => new All(),
        "mine" => new AssignedTo(reader.Id),
        "unassigned" => new Unassigned(),
        _ when text.StartsWith("line:", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            && line is >= 1 and <= 3 => new OfLine(line),
        _ => null,
    };
}

/// <summary>In what order.</summary>
public enum TicketSort
{
    /// <summary>The nearest deadline first.</summary>
    Due,

    /// <summary>The newest first.</summary>
    Created,
}

/// <summary>A page of a list.</summary>
/// <param name="View">Which tickets.</param>
/// <param name="Status">Only those that stand there; null for all that the view shows.</param>
/// <param name="Sort">In what order.</param>
/// <param name="Top">How many at most, 1 to 100.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
public sealed record TicketQuery(TicketView View, TicketStatus? Status, TicketSort Sort, int Top, TicketCursor? After);

/// <summary>Where a page ended: the sort keys of its last row, so that rows that come and go meanwhile shift nothing.</summary>
/// <param name="Closed">Whether it was a closed row.</param>
/// <param name="IsAlarm">Whether it was an open alarm; never with <paramref name="Closed"/>.</param>
/// <param name="DueAt">Its nearest deadline.</param>
/// <param name="Number">Its number.</param>
public sealed record TicketCursor(bool Closed, bool IsAlarm, DateTimeOffset DueAt, long Number)
{
    private const string Alarm = "2";
    /// <summary>The cursor after this row.</summary>
    public static TicketCursor After(Ticket ticket) => new(ticket.ClosedAt is not null, ticket.ClosedAt is null && ticket.IsAlarm, ticket.NextDueAt, ticket.Number);

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is anything else.</summary>
    public static TicketCursor? TryParse(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 3 && parts[0] is "0" or "1" or Alarm
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new TicketCursor(parts[0] == "1", parts[0] == Alarm, new DateTimeOffset(ticks, TimeSpan.Zero), number)
                : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsAlarm ? Alarm : Closed ? "1" : "0")}-{DueAt.UtcTicks}-{Number}");
}
