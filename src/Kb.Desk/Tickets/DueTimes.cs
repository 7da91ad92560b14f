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
    /// <param name="openedAt">When.</param>
    /// <param name="service">How soon it must be resolved.</param>
    /// <param name="calendar">When the team works.</param>
    /// <param name="promisedBy">
    /// By when the student was told that a person answers; null where nobody was told anything. What is promised is what is due: a target of
    /// its own would show the ticket overdue to the team while the student still waits content, and two different times on the student's screen.
    /// </param>
    public static DueTimes From(DateTimeOffset openedAt, ServiceClass service, WorkingCalendar calendar, DateTimeOffset? promisedBy = null)
    {
        var reply = promisedBy ?? calendar.AddWorkingTime(openedAt, FirstReplyTarget);
        var resolution = calendar.AddWorkingTime(openedAt, ResolutionTarget(service));
        // Behind a long queue an urgent matter cannot be solved before it is answered.
        return new DueTimes(reply, resolution < reply ? reply : resolution);
    }
}
