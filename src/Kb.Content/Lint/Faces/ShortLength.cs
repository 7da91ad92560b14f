using Kb.Content.Articles;
using Kb.Content.Rendering;

namespace Kb.Content.Lint.Faces;

/// <summary>A short answer must fit a chat bubble. Sentences are not counted: «1–3» is advice, and a list of three steps may be short too.</summary>
internal sealed class ShortLength : IContentRule
{
    /// <summary>Longest short answer that a chat bubble shows without scrolling, in characters.</summary>
    private const int MaxLength = 600;

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        foreach (var article in material.Articles)
        {
            if (article.Find(FaceSplitter.Short) is { } face && MarkdownRenderer.ToPlainText(face.Markdown).Length > MaxLength)
            {
                findings.Add(ContentFinding.Warning("short-long", article.File, face.Line, $"Раздел «{FaceSplitter.Short}» длиннее {MaxLength} знаков.", $"Оставьте 1–3 предложения, остальное перенесите в «{FaceSplitter.Full}»."));
            }
        }
    }
}
