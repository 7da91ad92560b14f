using Kb.Content;
using Kb.Content.SearchDocuments;
using Kb.Search.Index;

namespace Kb.Web.Knowledge;

/// <summary>A checked base → an edition that can serve: index built, classifier trained or loaded.</summary>
internal static class EditionBuilder
{
    /// <param name="knowledge">A base without errors.</param>
    /// <param name="progress">Told in Russian what is being done; it takes seconds.</param>
    public static KnowledgeEdition Build(KnowledgeBase knowledge, IProgress<string> progress)
    {
        progress.Report($"Индексирую {knowledge.Articles.Count} статей");
        var index = new InvertedIndex(ArticleIndex.Options(knowledge.StopWords));
        index.Replace(ArticleDocuments.Of(knowledge));
        return new KnowledgeEdition(knowledge, index, knowledge.CreateRenderer());
    }
}
