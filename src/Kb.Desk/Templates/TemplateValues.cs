using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Kb.Content.Templates;
using Kb.Desk.Calendars;
using Kb.Desk.People;
using Kb.Desk.Tickets;

namespace Kb.Desk.Templates;

/// <summary>What a ticket says for the variables of a template. What is not known for sure has no value: a guess would be sent to a student.</summary>
public static class TemplateValues
{
    /// <summary>Values by variable; those that are not known are absent.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="courses">Courses of the person who asks; the title is known when there is exactly one.</param>
    /// <param name="agent">Name of the agent who replies.</param>
    /// <param name="now">A deadline before it is not promised.</param>
    /// <param name="zone">The team's clock.</param>
    public static FrozenDictionary<string, string> Of(
        Ticket ticket, ImmutableArray<EnrolledCourse> courses, string agent, DateTimeOffset now, TimeZoneInfo zone)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [TemplateVariables.TicketNumber] = string.Create(CultureInfo.InvariantCulture, $"№\u00a0{ticket.Number}"),
        };
        Add(TemplateVariables.StudentName, ticket.PersonName);
        Add(TemplateVariables.CourseTitle, courses is [var only] ? only.Title : null);
        Add(TemplateVariables.AgentName, agent);
        Add(TemplateVariables.TicketDue, ticket.ClosedAt is null && ticket.ResolutionDueAt > now ? Until(ticket.ResolutionDueAt, now, zone) : null);
        return values.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                values.Add(name, value);
            }
        }
    }

    /// <summary>«до 18:00 24 ноября»; with the year when it is another one.</summary>
    private static string Until(DateTimeOffset due, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(due, zone);
        var year = local.Year == TimeZoneInfo.ConvertTime(now, zone).Year ? "" : string.Create(CultureInfo.InvariantCulture, $" {local.Year} года");
        return $"до {local.ToString("H:mm", CultureInfo.InvariantCulture)} {RussianWords.DayAndMonth(DateOnly.FromDateTime(local.DateTime))}{year}";
    }
}
