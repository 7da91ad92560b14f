using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Rendering;
using Markdig.Syntax;

namespace Kb.Content.Lint;

/// <summary>An article with its faces in a row, each parsed once for all rules.</summary>
internal sealed class CheckedArticle
{
    public CheckedArticle(Article article)
    {
        Article = article;
        Faces =
        [
            .. new (string Name, Face? Face)[]
            {
                (FaceSplitter.Short, article.Faces.Short),
                (FaceSplitter.Template, article.Faces.Template),
                (FaceSplitter.Full, article.Faces.Full.Line > 0 ? article.Faces.Full : null),
                (FaceSplitter.Internal, article.Faces.Internal),
                (FaceSplitter.Card, article.Faces.Card),
            }.Where(face => face.Face is not null).Select(face => new CheckedFace(face.Name, face.Face!)),
        ];
    }

    public Article Article { get; }

    public string File => Article.File;

    /// <summary>The faces that there are, in the order of the file's sections.</summary>
    public ImmutableArray<CheckedFace> Faces { get; }

    /// <summary>Whether students read it; an article for agents needs less and may sound drier.</summary>
    public bool IsForStudents => Article.Audience != Audience.Agents;

    /// <summary>The faces that a student may be shown.</summary>
    public IEnumerable<CheckedFace> StudentFaces => IsForStudents
        ? Faces.Where(face => face.Name is FaceSplitter.Short or FaceSplitter.Template or FaceSplitter.Full)
        : [];

    /// <summary>The face of this name, or null.</summary>
    public CheckedFace? Find(string name) => Faces.FirstOrDefault(face => face.Name == name);
}

/// <summary>One face under its name.</summary>
internal sealed class CheckedFace(string name, Face face)
{
    private readonly Lazy<MarkdownDocument?> _document = new(() => MarkdownRenderer.Parse(face.Markdown));
    private ImmutableArray<MarkdownLink>? _links;

    /// <summary>As the file's heading says it.</summary>
    public string Name => name;

    /// <summary>The text with facts filled in.</summary>
    public string Markdown => face.Markdown;

    /// <summary>The text as the author wrote it.</summary>
    public string Written => face.Written;

    /// <summary>1-based line of the file on which the text begins.</summary>
    public int Line => face.Line;

    /// <summary>Whether the Markdown can be parsed within its limits.</summary>
    public bool IsParsed => _document.Value is not null;

    /// <summary>Links and images; none when the text cannot be parsed.</summary>
    public ImmutableArray<MarkdownLink> Links => _links ??= MarkdownRenderer.Links(_document.Value);

    /// <summary>1-based line of the file at an offset of <see cref="Markdown"/> or <see cref="Written"/>.</summary>
    public int LineOf(string text, int offset) => face.Line + text.AsSpan(0, offset).Count('\n');
}
