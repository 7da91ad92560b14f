using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Rendering;
using Kb.Search.Query;

namespace Kb.Web.Features.Help;

/// <summary>What a search of the help centre found.</summary>
/// <param name="Query">As typed.</param>
/// <param name="Repaired">What was searched instead, or null.</param>
/// <param name="Total">How many articles matched in all.</param>
/// <param name="Summary">The same in words.</param>
/// <param name="Notice">What to know about the query; null when there is nothing to know.</param>
/// <param name="Hits">The best of them.</param>
public sealed record HelpSearchView(string Query, string? Repaired, int Total, string Summary, string? Notice, ImmutableArray<HelpHitView> Hits);

/// <summary>One found article. The marks are spans of the snippet that matched, ascending; the answer is the short one as plain text.</summary>
public sealed record HelpHitView(
    string Id, string Title, string Url, string Snippet, ImmutableArray<TextSpan> Marks, string? Answer, DateOnly VerifiedOn)
{
    /// <summary>Joins what the index says and what the base says.</summary>
    public static HelpHitView From(SearchHit hit, Article article) => new(
        article.Id.Value,
        article.Title,
        LinkTargets.Article(article.Id),
        hit.Snippet.Text,
        hit.Snippet.Marks,
        article.Faces.Short is { } brief ? MarkdownRenderer.ToPlainText(brief.Markdown).ReplaceLineEndings(" ") : null,
        article.VerifiedOn);
}

/// <summary>One article to read. The short answer (null where there is none) and the full text are sanitized HTML.</summary>
public sealed record HelpArticleView(
    string Id,
    string Title,
    string Kind,
    HelpTopicView Topic,
    string? Short,
    string Html,
    ImmutableArray<HelpHeadingView> Headings,
    string Url,
    DateOnly VerifiedOn,
    ImmutableArray<HelpLinkView> Related);

/// <summary>A chapter of an article and its anchor.</summary>
public sealed record HelpHeadingView(string Anchor, string Text);

/// <summary>A link to an article.</summary>
public sealed record HelpLinkView(string Id, string Title, string Url)
{
    /// <summary>The link to this article.</summary>
    public static HelpLinkView To(Article article) => new(article.Id.Value, article.Title, LinkTargets.Article(article.Id));
}

/// <summary>A topic of the register and its articles.</summary>
public sealed record HelpTopicView(string Id, string Name, ImmutableArray<HelpLinkView> Articles);
