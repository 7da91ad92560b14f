using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kb.Desk.Calendars;
using Kb.Desk.Tickets;

namespace Kb.Web.Features.Chat;

/// <summary>A student's tickets in a message of the bot.</summary>
internal static partial class TicketDigest
{
    private const string None = "Обращений пока нет. Если нужен специалист, напишите «позовите оператора».";

    /// <summary>The list, as Markdown.</summary>
    /// <param name="opening">What the bot says before it.</param>
    /// <param name="tickets">The newest first.</param>
    /// <param name="now">When it is said: nothing is promised for a moment that has passed.</param>
    /// <param name="zone">Whose clock tells the deadlines.</param>
    public static string Of(string opening, ImmutableArray<Ticket> tickets, DateTimeOffset now, TimeZoneInfo zone) =>
        tickets.IsEmpty ? None : $"{opening}\n\n{string.Join('\n', tickets.Select(ticket => Line(ticket, now, zone)))}";

    private static string Line(Ticket ticket, DateTimeOffset now, TimeZoneInfo zone)
    {
        // Titles are what students typed: to Markdown they are words and nothing else.
        var title = MarkdownSigns().Replace(ticket.Title, @"\$0");
        var number = ticket.Number.ToString(CultureInfo.InvariantCulture);
        return $"- № {number}, {title}: {ticket.Status.Label().ToLowerInvariant()}{Due(ticket, now, zone)}";
    }

    private static string Due(Ticket ticket, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (ticket.ClosedAt is not null)
        {
            return "";
        }

        var isAnswered = ticket.FirstRepliedAt is not null;
        if (ticket.NextDueAt < now)
        {
            return isAnswered ? ", решаем дольше обещанного, простите" : ", отвечаем дольше обещанного, простите";
        }

        var due = TimeZoneInfo.ConvertTime(ticket.NextDueAt, zone);
        var day = RussianWords.DayAndMonth(DateOnly.FromDateTime(due.DateTime));
        return string.Create(CultureInfo.InvariantCulture, $", {(isAnswered ? "решим" : "ответим")} {day} до {due:H:mm} {RussianWords.ByClockOf(zone, due)}");
    }

    [GeneratedRegex(@"[\\`*_{}\[\]()#+\-.!|<>~]")]
    private static partial Regex MarkdownSigns();
}
