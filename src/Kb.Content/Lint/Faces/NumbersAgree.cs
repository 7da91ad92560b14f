using System.Collections.Immutable;
using Kb.Content.Articles;

namespace Kb.Content.Lint.Faces;

/// <summary>
/// What a face says in figures («ответим за 5 часов», «до 25 декабря») must stand in the full text. Reported when the full text knows
/// the unit only with other numbers and one of them is said of the same thing by the words around it. Deliberately not reported: a
/// figure that the full text does not mention at all, other units for the same span («24 часа» and «сутки»), wrong options of quiz
/// questions, and a full text that contradicts itself.
/// </summary>
internal sealed class NumbersAgree : IContentRule
{
    /// <summary>Key of the rule.</summary>
    public const string Rule = "numbers-differ";

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        foreach (var article in material.Articles)
        {
            if (article.Find(FaceSplitter.Full) is { } full)
            {
                CheckArticle(article, full, material, findings);
            }
        }
    }

    private static void CheckArticle(CheckedArticle article, CheckedFace full, ContentMaterial material, ICollection<ContentFinding> findings)
    {
        var told = QuantityReader.Read(full.Markdown, material.StopWords).ToLookup(quantity => quantity.Unit);
        foreach (var face in article.Faces.Where(face => face != full))
        {
            foreach (var quantity in QuantityReader.Read(face.Markdown, material.StopWords))
            {
                if (Contradiction(quantity, [.. told[quantity.Unit]]) is { } other)
                {
                    findings.Add(ContentFinding.Warning(
                        Rule,
                        article.File,
                        face.LineOf(face.Markdown, quantity.Offset),
                        $"В разделе «{face.Name}» — «{quantity.Text}», а в «{full.Name}» о том же — «{other.Text}» (строка {full.LineOf(full.Markdown, other.Offset)}).",
                        "Сверьте разделы и возьмите цифру из facts.yaml: {{fact.имя}}."));
                }
            }
        }
    }

    private static Quantity? Contradiction(Quantity quantity, ImmutableArray<Quantity> told) =>
        told.Any(other => other.Number == quantity.Number) ? null : told.FirstOrDefault(quantity.IsAboutTheSameAs);
}
