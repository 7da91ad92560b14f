using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Content;
using Kb.Content.Facts;
using Kb.Content.SearchDocuments;
using Kb.Search.Index;
using Kb.Web.Knowledge.Models;

namespace Kb.Web.Knowledge;

/// <summary>A checked base → an edition that can serve: index built, classifier trained or loaded.</summary>
/// <param name="renewal">Knows which model answers.</param>
/// <param name="answers">When the bot answers by itself.</param>
/// <param name="zone">Whose days articles begin and end with.</param>
internal sealed class EditionBuilder(BotRenewal renewal, AnswerOptions answers, TimeZoneInfo zone)
{
    /// <param name="knowledge">A base without errors.</param>
    /// <param name="steps">Told in Russian what is being done; it takes seconds.</param>
    /// <param name="atOnce">Whether the model in charge will do, for the time of a training.</param>
    public KnowledgeEdition Build(KnowledgeBase knowledge, BuildSteps steps, bool atOnce)
    {
        var count = knowledge.Articles.Count;
        var index = steps.Run($"Индексирую {count} {RussianPlural.Form(count, "статью", "статьи", "статей")}", () => IndexOf(knowledge));
        var (classifier, model) = renewal.Choose(knowledge, steps, atOnce);
        var bot = steps.Run("Собираю словарь бота", () => SupportBot.Create(knowledge, classifier, answers));
        return new KnowledgeEdition(knowledge, index, bot, knowledge.CreateRenderer(), knowledge.CreateStaffRenderer()) { Model = model };
    }

    private InvertedIndex IndexOf(KnowledgeBase knowledge)
    {
        var index = new InvertedIndex(ArticleIndex.Options(knowledge));
        index.Replace(ArticleDocuments.Of(knowledge, zone).Concat(TemplateDocuments.Of(knowledge)));
        return index;
    }
}
