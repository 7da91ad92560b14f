using System.Collections.Frozen;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Templates;

namespace Kb.Content.Rendering;

/// <summary>
/// Where the links of content lead: <c>article:id</c> to an article of the base, <c>link:key</c> to an address of facts.yaml,
/// <c>template:id</c> to a template, a relative image to a file beside the article, everything else as written. Own addresses are paths from the root: a page
/// of another host (the widget's) puts the help centre's origin before them. Immutable.
/// </summary>
/// <param name="articles">Articles that exist.</param>
/// <param name="facts">Addresses.</param>
public sealed class LinkTargets(FrozenSet<ArticleId> articles, FactSheet facts)
{
    /// <summary>Path of the help centre's articles.</summary>
    public const string ArticlesPath = "/help/articles/";

    /// <summary>Path under which the images of articles are served.</summary>
    public const string FilesPath = "/help/files/";

    /// <summary>Path under which the staff reads articles, whoever they are written for.</summary>
    public const string StaffArticlesPath = "/search/articles/";

    /// <summary>Path under which the staff reads templates.</summary>
    public const string TemplatesPath = "/search/templates/";

    internal const string TemplateScheme = "template:";

    private const string ArticleScheme = "article:";
    private const string LinkScheme = "link:";

    /// <summary>Address of an article, from the root of the help centre's host.</summary>
    public static string Article(ArticleId id) => ArticlesPath + id.Value;

    /// <summary>Templates that a text may lead to: those of the base in what the staff reads, none elsewhere.</summary>
    public FrozenSet<TemplateId> Templates { get; init; } = FrozenSet<TemplateId>.Empty;

    /// <summary>Path under which the reader of the page finds articles; the help centre's by default.</summary>
    public string ArticlesAt { get; init; } = ArticlesPath;

    /// <summary>The same with the addresses of articles in full, for a text that leaves the page.</summary>
    /// <param name="origin">Scheme and host of this server.</param>
    public LinkTargets On(string origin) => new(articles, facts) { Templates = Templates, ArticlesAt = origin + ArticlesAt };

    /// <summary>Where the reader of these targets finds an article.</summary>
    public string AddressOf(ArticleId id) => ArticlesAt + id.Value;

    /// <summary>The address to put into the page, or null when the target does not exist.</summary>
    public string? Resolve(string target, bool isImage, string folder)
    {
        if (target.StartsWith(ArticleScheme, StringComparison.Ordinal))
        {
            var parts = target[ArticleScheme.Length..].Split('#', 2);
            return articles.Contains(new ArticleId(parts[0]))
                ? ArticlesAt + parts[0] + (parts is [_, var anchor] ? "#" + anchor : "")
                : null;
        }

        if (target.StartsWith(TemplateScheme, StringComparison.Ordinal))
        {
            var id = new TemplateId(target[TemplateScheme.Length..]);
            return Templates.Contains(id) ? TemplatesPath + id.Value : null;
        }

        if (target.StartsWith(LinkScheme, StringComparison.Ordinal))
        {
            return facts.Links.GetValueOrDefault(target[LinkScheme.Length..]);
        }

        return isImage && ImagePath(target, folder) is { } path ? FilesPath + path : target;
    }

    /// <summary>Path of a relative image from the content folder, or null when it is not relative or climbs out.</summary>
    internal static string? ImagePath(string target, string folder)
    {
        if (target.Length == 0 || target.StartsWith('/') || target.Contains(':') || target.Contains('\\'))
        {
            return null;
        }

        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in target.Split('/'))
        {
            if (part == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (part == "..")
            {
                return null;
            }
            else if (part is not ("" or "."))
            {
                path.Add(part);
            }
        }

        return string.Join('/', path);
    }
}
