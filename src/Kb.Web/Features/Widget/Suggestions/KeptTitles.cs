using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Kb.Bot.Dialogue;
using Kb.Content.Articles;
using Kb.Web.Knowledge;

namespace Kb.Web.Features.Widget.Suggestions;

/// <summary>
/// Which titles the bot answers with their article. The same few come up at every pause of every student, and to read one takes as long as to read a
/// message; what was found out holds as long as the edition. Thread-safe, bounded.
/// </summary>
internal sealed class KeptTitles
{
    /// <summary>More pairs of a title and a reader are forgotten all at once: to find one out again costs a tenth of a millisecond.</summary>
    private const int Most = 4_096;

    private readonly ConditionalWeakTable<KnowledgeEdition, ConcurrentDictionary<(ArticleId Article, string Grants, DateOnly Day), bool>> _byEdition = [];

    /// <summary>Whether this reader gets the article when they send its title.</summary>
    public bool Keeps(KnowledgeEdition edition, Article article, TurnContext context)
    {
        var known = _byEdition.GetOrCreateValue(edition);
        if (known.Count >= Most)
        {
            known.Clear();
        }

        return known.GetOrAdd(
            (article.Id, Key(context.Grants), context.Reader.Today),
            (_, ask) => ask.edition.Bot.Classify(ask.article.Title, ask.context).Articles.Contains(ask.article.Id),
            (edition, article, context));
    }

    private static string Key(FrozenSet<string> grants) => string.Join('\n', grants.Order(StringComparer.Ordinal));
}
