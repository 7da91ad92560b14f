using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Kb.Content.Articles;
using Kb.Content.Rendering;
using Kb.Web.Knowledge;

namespace Kb.Web.Features.Help;

/// <summary>
/// The images of articles. An image is as open as the articles that show it: only files that some article of the edition refers to are
/// served, and to strangers only those of public articles.
/// </summary>
internal sealed partial class HelpImages(CurrentKnowledge current, KnowledgeSource source)
{
    private static readonly FrozenSet<string> Everyone = FrozenSet.Create(StringComparer.Ordinal, ArticleAccess.Public);

    // Rendering all articles once an edition is cheap; once a request is not.
    private readonly ConditionalWeakTable<KnowledgeEdition, Shown> _byEdition = [];

    /// <summary>Path of the file on disk, or null when the caller may not know of it.</summary>
    /// <param name="path">Path from the content folder, with forward slashes.</param>
    /// <param name="isStaff">Whether the caller is staff.</param>
    public string? Find(string path, bool isStaff)
    {
        var shown = _byEdition.GetValue(current.Edition, Read);
        var file = Path.Combine(source.Content, path);
        return (isStaff ? shown.ToStaff : shown.ToAll).Contains(path) && File.Exists(file) ? file : null;
    }

    private static Shown Read(KnowledgeEdition edition) => new(
        Paths(edition, edition.Base.Articles.Values.Where(article => ArticleAccess.RuleOf(article).Admits(Everyone)), StudentFaces),
        Paths(edition, edition.Base.Articles.Values, AllFaces));

    private static FrozenSet<string> Paths(KnowledgeEdition edition, IEnumerable<Article> articles, Func<ArticleFaces, IEnumerable<Face?>> faces) =>
        articles
            .SelectMany(article => faces(article.Faces).OfType<Face>().Select(face => edition.Renderer.Render(face.Markdown, FolderOf(article)).Html))
            .SelectMany(html => ImageSource().Matches(html).Select(match => Uri.UnescapeDataString(match.Groups[1].Value)))
            .ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<Face?> StudentFaces(ArticleFaces faces) => [faces.Short, faces.Full];

    private static IEnumerable<Face?> AllFaces(ArticleFaces faces) => [faces.Short, faces.Template, faces.Full, faces.Internal, faces.Card];

    private static string FolderOf(Article article) => Path.GetDirectoryName(article.File)?.Replace('\\', '/') ?? "";

    [GeneratedRegex($"src=\"{LinkTargets.FilesPath}([^\"]+)\"")]
    private static partial Regex ImageSource();

    private sealed record Shown(FrozenSet<string> ToAll, FrozenSet<string> ToStaff);
}
