using System.Collections.Immutable;
using Kb.Content.Articles;

namespace Kb.Content.Lint.Faces;

/// <summary>
/// An article for students needs every face that somebody works with: the bot quotes «Кратко», an agent inserts «Шаблон», a newcomer
/// learns from «Карточка». («Подробно» is demanded of every article when its file is read.) «Для сотрудников» is not demanded: many
/// answers have nothing to hide; nor is any of it of an article for agents, which nobody quotes to a student.
/// </summary>
internal sealed class FacesPresent : IContentRule
{
    private static readonly ImmutableArray<(string Name, string Loss, string Remedy)> Needed =
    [
        (FaceSplitter.Short, "бот не сможет ответить этой статьёй", "Напишите ответ в 1–3 предложениях."),
        (FaceSplitter.Template, "оператору нечего вставить в ответ", "Напишите ответ студенту от лица школы, с {{student.name}}."),
        (FaceSplitter.Card, "новичку не по чему учиться", "Напишите, что запомнить, и 2–4 вопроса с вариантами."),
    ];

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        foreach (var article in material.Articles.Where(article => article.IsForStudents))
        {
            foreach (var (name, loss, remedy) in Needed.Where(needed => article.Find(needed.Name) is null))
            {
                findings.Add(ContentFinding.Warning("face-missing", article.File, 0, $"Нет раздела «{name}»: {loss}.", remedy));
            }
        }
    }
}
