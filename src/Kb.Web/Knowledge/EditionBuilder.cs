using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Content;
using Kb.Content.Facts;
using Kb.Content.SearchDocuments;
using Kb.Search.Index;

namespace Kb.Web.Knowledge;

/// <summary>A checked base → an edition that can serve: index built, classifier trained or loaded.</summary>
/// <param name="models">Trained models.</param>
/// <param name="answers">When the bot answers by itself.</param>
/// <param name="zone">Whose days articles begin and end with.</param>
internal sealed class EditionBuilder(IntentModelCache models, AnswerOptions answers, TimeZoneInfo zone)
{
    /// <param name="knowledge">A base without errors.</param>
    /// <param name="steps">Told in Russian what is being done; it takes seconds.</param>
    public KnowledgeEdition Build(KnowledgeBase knowledge, BuildSteps steps)
    {
        var count = knowledge.Articles.Count;
        var index = steps.Run($"Индексирую {count} {RussianPlural.Form(count, "статью", "статьи", "статей")}", () => IndexOf(knowledge));
        var classifier = models.LoadOrTrain(knowledge, steps);
        var bot = steps.Run("Собираю словарь бота", () => SupportBot.Create(knowledge, classifier, answers));
        return new KnowledgeEdition(knowledge, index, bot, knowledge.CreateRenderer(), knowledge.CreateStaffRenderer());
    }

    private InvertedIndex IndexOf(KnowledgeBase knowledge)
    {
        var index = new InvertedIndex(ArticleIndex.Options(knowledge));
        index.Replace(ArticleDocuments.Of(knowledge, zone).Concat(TemplateDocuments.Of(knowledge)));
        return index;
    }
}
