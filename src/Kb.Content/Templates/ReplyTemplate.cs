using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Content.Templates;

/// <summary>A prepared reply that belongs to no article: a greeting, a request for details, an apology. Agents only.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Title">What agents see, in Russian.</param>
/// <param name="Group">What it is said for.</param>
/// <param name="Kinds">Kinds of requests where it is offered first.</param>
/// <param name="Types">Ids of request types where it is offered first.</param>
/// <param name="Tags">Words that agents find it by.</param>
/// <param name="Text">The reply as Markdown, facts filled in, variables left in.</param>
/// <param name="File">Path relative to the content folder, with forward slashes.</param>
public sealed record ReplyTemplate(
    TemplateId Id,
    string Title,
    TemplateGroup Group,
    ImmutableArray<KindId> Kinds,
    ImmutableArray<string> Types,
    ImmutableArray<string> Tags,
    Face Text,
    string File);

/// <summary>Key of a template: kebab-case, stable; apart from the keys of articles.</summary>
public readonly record struct TemplateId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What a template is said for.</summary>
public enum TemplateGroup
{
    /// <summary>The first words of an agent.</summary>
    Greeting,

    /// <summary>The agent says that they have begun.</summary>
    TakingOver,

    /// <summary>Something is asked of the student.</summary>
    Details,

    /// <summary>Our mistake is admitted.</summary>
    Apology,

    /// <summary>A deadline is named.</summary>
    Promise,

    /// <summary>The matter is done; did it help?</summary>
    Closing,
}
