using Kb.Content.Golden;
using Kb.Content.Loading;

namespace Kb.Content.Lint.Wordings;

/// <summary>Every kind needs enough golden questions in each half, or its figures say nothing. A base without any questions is not measured at all and is left alone.</summary>
internal sealed class EnoughGolden : IContentRule
{
    /// <summary>Fewest questions of a kind in each half that make its figures worth reading.</summary>
    public const int Fewest = 4;

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        if (material.Golden.Dev.IsEmpty && material.Golden.Gate.IsEmpty)
        {
            return;
        }

        foreach (var kind in material.Kinds)
        {
            var (dev, gate) = Count(material.Golden, kind.Id.Value);
            if (dev < Fewest || gate < Fewest)
            {
                findings.Add(ContentFinding.Warning("golden-few", KnowledgeBaseLoader.RegisterFile, 0, $"У вида «{kind.Id}» контрольных вопросов: {dev} + {gate}, нужно {Fewest} + {Fewest}.", "Допишите их в golden/dev и golden/gate; вопросы для gate придумывайте, не глядя в учебные фразы."));
            }
        }
    }

    /// <summary>Questions that expect the intent, in both halves.</summary>
    public static (int Dev, int Gate) Count(GoldenQuestions golden, string intent) =>
        (golden.Dev.Count(question => question.Expected == intent), golden.Gate.Count(question => question.Expected == intent));
}
