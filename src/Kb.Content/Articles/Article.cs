using System.Collections.Immutable;
using Kb.Content.Register;

namespace Kb.Content.Articles;

/// <summary>One article with all its faces: the same knowledge for the student, the agent, the editor and the newcomer.</summary>
public sealed record Article
{
    /// <summary>Stable key, kebab-case; also the last part of its address.</summary>
    public required ArticleId Id { get; init; }

    /// <summary>Title, in Russian.</summary>
    public required string Title { get; init; }

    /// <summary>The kind of request that it answers.</summary>
    public required KindId Kind { get; init; }

    /// <summary>Who may read it.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Narrows the audience to courses, streams or roles; empty when it is for all of it.</summary>
    public ArticleScope Scope { get; init; } = ArticleScope.All;

    /// <summary>First day it holds; null when it always did.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day it holds, inclusive; null when it never ends.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The team that answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>The day when a person last checked it.</summary>
    public required DateOnly VerifiedOn { get; init; }

    /// <summary>How often it must be checked, in days.</summary>
    public required int VerifyEveryDays { get; init; }

    /// <summary>The last day on which it counts as checked.</summary>
    public DateOnly VerifyBy => VerifiedOn.AddDays(VerifyEveryDays);

    /// <summary>Words that editors filter by.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Tickets that it came from.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The texts, each for its reader.</summary>
    public required ArticleFaces Faces { get; init; }

    /// <summary>Path of the file, relative to the content folder, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    public bool IsValidOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidUntil);
}

/// <summary>Key of an article: kebab-case, stable.</summary>
public readonly record struct ArticleId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>Who may read an article.</summary>
public enum Audience
{
    /// <summary>Anybody, without signing in.</summary>
    Public,

    /// <summary>Students whom the LMS vouches for, and agents.</summary>
    Students,

    /// <summary>Agents only.</summary>
    Agents,
}

/// <summary>Narrows an audience. An empty list does not narrow; agents see every scope.</summary>
public sealed record ArticleScope(ImmutableArray<string> Courses, ImmutableArray<string> Streams, ImmutableArray<string> Roles)
{
    /// <summary>Does not narrow.</summary>
    public static ArticleScope All { get; } = new([], [], []);
}

/// <summary>The faces of one article, as Markdown with facts already filled in.</summary>
/// <param name="Short">1–3 sentences that the bot quotes; null when the article is not for the bot.</param>
/// <param name="Template">Reply that an agent inserts, with <c>{{variables}}</c> left in; null when there is none.</param>
/// <param name="Full">The whole text; never null.</param>
/// <param name="Internal">What only agents may know; null when there is nothing.</param>
/// <param name="Card">What a newcomer must remember, and quiz questions; null when there is none.</param>
public sealed record ArticleFaces(Face? Short, Face? Template, Face Full, Face? Internal, Face? Card);

/// <summary>One face of an article.</summary>
/// <param name="Markdown">Its text, with facts filled in.</param>
/// <param name="Line">1-based line of the file where the text begins, for messages.</param>
public sealed record Face(string Markdown, int Line)
{
    /// <summary>The text as its author wrote it, with <c>{{fact.…}}</c> in place.</summary>
    public string Written { get; init; } = Markdown;
}
