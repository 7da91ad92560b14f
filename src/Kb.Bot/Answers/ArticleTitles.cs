using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Commands;
using Kb.Bot.Understanding;
using Kb.Content;
using Kb.Content.Articles;

namespace Kb.Bot.Answers;

/// <summary>Finds the article whose title a message is: the widget suggests titles, and whoever chose one wants that article and no guess. Immutable, thread-safe.</summary>
internal sealed class ArticleTitles
{
    private readonly FrozenDictionary<string, ImmutableArray<Article>> _byTitle;

    private ArticleTitles(KnowledgeBase knowledge) => _byTitle = knowledge.Articles.Values
        .Where(article => article.Faces.Short is not null)
        .OrderBy(article => article.Id.Value, StringComparer.Ordinal)
        .GroupBy(article => Bare(Utterance.Read(article.Title)))
        // A title of one word is a word of many questions.
        .Where(group => group.Key.Contains(' ', StringComparison.Ordinal))
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());

    /// <summary>Collects the titles.</summary>
    public static ArticleTitles Of(KnowledgeBase knowledge) => new(knowledge);

    /// <summary>The article with this title that the reader may read today; null when there is none.</summary>
    public Article? Find(Utterance utterance, Reader reader) => _byTitle.GetValueOrDefault(Bare(utterance), [])
        .FirstOrDefault(article => article.IsValidOn(reader.Today) && ArticleAccess.RuleOf(article).Admits(reader.Grants));

    private static string Bare(Utterance utterance) => string.Join(' ', Clause.Words(utterance.Folded).Where(word => word.Length > 0));
}
