using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Kb.Content.Templates;

/// <summary>What may stand in a reply between double braces, to be filled in from the ticket.</summary>
public static partial class TemplateVariables
{
    /// <summary>How to call the student.</summary>
    public const string StudentName = "student.name";

    /// <summary>Title of the course, without quotes.</summary>
    public const string CourseTitle = "course.title";

    /// <summary>Number of the ticket.</summary>
    public const string TicketNumber = "ticket.number";

    /// <summary>The deadline: «до 18:00 24 ноября».</summary>
    public const string TicketDue = "ticket.due";

    /// <summary>Name of the agent who replies.</summary>
    public const string AgentName = "agent.name";

    /// <summary>All of them.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal, StudentName, CourseTitle, TicketNumber, TicketDue, AgentName);

    /// <summary>What the variable stands for, in the accusative: «Впишите …».</summary>
    public static string Label(string name) => name switch
    {
        StudentName => "имя студента",
        CourseTitle => "название курса",
        TicketNumber => "номер обращения",
        TicketDue => "срок",
        AgentName => "своё имя",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such variable."),
    };

    /// <summary>Anything between double braces; the group <c>name</c> is what stands there, spaces around it included.</summary>
    [GeneratedRegex(@"\{\{(?<name>[^{}\n]*)\}\}", RegexOptions.NonBacktracking)]
    public static partial Regex Pattern();
}
