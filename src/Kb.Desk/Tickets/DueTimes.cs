using Kb.Content.Register;
using Kb.Desk.Calendars;

namespace Kb.Desk.Tickets;

/// <summary>When a ticket is due, in working time of the calendar in force.</summary>
/// <param name="FirstReply">When a person must have answered.</param>
/// <param name="Resolution">When it must be resolved.</param>
public readonly record struct DueTimes(DateTimeOffset FirstReply, DateTimeOffset Resolution)
{
    /// <summary>Working time until the first answer of a person.</summary>
    public static readonly TimeSpan FirstReplyTarget = TimeSpan.FromMinutes(5);

    /// <summary>Working time until the resolution.</summary>
    public static TimeSpan ResolutionTarget(ServiceClass service) => service switch
    {
        ServiceClass.Urgent => TimeSpan.FromHours(5),
        ServiceClass.Today => TimeSpan.FromHours(24),
        ServiceClass.Later => TimeSpan.FromHours(72),
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "Unknown service class."),
    };

    /// <summary>The deadlines of a ticket opened (or opened again) at this instant.</summary>
    public static DueTimes From(DateTimeOffset openedAt, ServiceClass service, WorkingCalendar calendar) => new(
        calendar.AddWorkingTime(openedAt, FirstReplyTarget),
        calendar.AddWorkingTime(openedAt, ResolutionTarget(service)));
}
