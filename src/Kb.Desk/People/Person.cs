using System.Collections.Immutable;
using Kb.Desk.Storage;

namespace Kb.Desk.People;

/// <summary>Id of a person whom a site vouched for.</summary>
public readonly record struct PersonId(string Value) : IOpaqueId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Somebody who asks, as the site's learning system names them. One row for each subject of each site.</summary>
public sealed class Person
{
    /// <summary>Our id.</summary>
    public required PersonId Id { get; init; }

    /// <summary>The site whose token named this person.</summary>
    public required string Site { get; init; }

    /// <summary>The site's own id of the person; means nothing on another site.</summary>
    public required string Subject { get; init; }

    /// <summary>What to call them.</summary>
    public required string Name { get; set; }

    /// <summary>Address for letters; null when the site does not tell.</summary>
    public string? Email { get; set; }

    /// <summary>Who they are at the school.</summary>
    public required PersonRole Role { get; set; }

    /// <summary>Courses they were enrolled in when last seen.</summary>
    public ImmutableArray<EnrolledCourse> Courses { get; set; } = [];

    /// <summary>When they were first seen.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a token last named them.</summary>
    public required DateTimeOffset SeenAt { get; set; }
}

/// <summary>A course of a person.</summary>
/// <param name="Id">The site's id of it.</param>
/// <param name="Title">Its title, without quotation marks.</param>
/// <param name="Stream">The group that learns together; null when there are none.</param>
/// <param name="AccessUntil">Last day of access; null when it does not end.</param>
public sealed record EnrolledCourse(string Id, string Title, string? Stream, DateOnly? AccessUntil);

/// <summary>Who a person is at the school.</summary>
public enum PersonRole
{
    /// <summary>Learns.</summary>
    Student,

    /// <summary>Leads a group of students.</summary>
    Curator,

    /// <summary>Answers for a student under age.</summary>
    Parent,

    /// <summary>Teaches.</summary>
    Teacher,
}
