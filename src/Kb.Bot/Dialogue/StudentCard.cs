using System.Collections.Immutable;

namespace Kb.Bot.Dialogue;

/// <summary>What the learning platform vouches for about the student; nothing in it is asked for again.</summary>
/// <param name="Name">As the platform spells it, the first name first; null when it does not tell.</param>
/// <param name="Email">Address of the account; null when it does not tell.</param>
/// <param name="Courses">Courses of the student, in the platform's order.</param>
public sealed record StudentCard(string? Name, string? Email, ImmutableArray<StudentCourse> Courses);

/// <summary>A course of a student.</summary>
/// <param name="Title">Without quotation marks.</param>
/// <param name="AccessUntil">Last day of access; null when it does not end.</param>
public sealed record StudentCourse(string Title, DateOnly? AccessUntil);

/// <summary>A request of the student that people have in hand.</summary>
/// <param name="Number">The number that people say aloud.</param>
/// <param name="Kind">Id of its kind; null when nobody knows yet.</param>
/// <param name="Status">Where it stands, in Russian.</param>
public sealed record OpenRequest(long Number, string? Kind, string Status);
