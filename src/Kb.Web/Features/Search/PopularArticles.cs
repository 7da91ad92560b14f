using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Rendering;
using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Kb.Web.Knowledge;
using Kb.Web.Security;

namespace Kb.Web.Features.Search;

/// <summary>A link to what is needed most.</summary>
public sealed record PopularLink(string Title, string Url);

/// <summary>
/// The articles that conversations quoted most, by the bot or by agents: what people ask, told by what answered them. Counted again
/// every few minutes; a storage that does not answer costs the list and never the page.
/// </summary>
internal sealed class PopularArticles(QuotedArticles quoted, CurrentKnowledge current, WorkingCalendar calendar, TimeProvider time)
{
    private const int Shown = 6;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private static readonly FrozenSet<string> Everyone = FrozenSet.Create(StringComparer.Ordinal, ArticleAccess.Public);

    private volatile Counted _counted = new(DateTimeOffset.MinValue, []);

    /// <summary>For agents, who may read all.</summary>
    public Task<ImmutableArray<PopularLink>> ForStaffAsync(CancellationToken cancellationToken) =>
        ListAsync(KbClaims.StaffGrants, id => SearchEndpoints.ArticleAddress(id.Value), cancellationToken);

    /// <summary>For the help centre: public articles.</summary>
    public Task<ImmutableArray<PopularLink>> ForStrangersAsync(CancellationToken cancellationToken) =>
        ListAsync(Everyone, LinkTargets.Article, cancellationToken);

    private async Task<ImmutableArray<PopularLink>> ListAsync(
        FrozenSet<string> grants, Func<ArticleId, string> address, CancellationToken cancellationToken)
    {
        var ids = await CountAsync(cancellationToken);
        var today = calendar.DayOf(time.GetUtcNow());
        var articles = current.Edition.Base.Articles;
        return
        [
            .. ids.Select(id => articles.GetValueOrDefault(new ArticleId(id)))
                .OfType<Article>()
                .Where(article => article.IsValidOn(today) && ArticleAccess.RuleOf(article).Admits(grants))
                .Take(Shown)
                .Select(article => new PopularLink(article.Title, address(article.Id))),
        ];
    }

    private async Task<ImmutableArray<string>> CountAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - _counted.At > Fresh)
        {
            try
            {
                _counted = new Counted(now, await quoted.MostQuotedAsync(cancellationToken));
            }
            catch (Exception failure) when (StorageFailures.Recognise(failure) is not null)
            {
                _counted = _counted with { At = now }; // The next try comes later, not with the next page.
            }
        }

        return _counted.Ids;
    }

    private sealed record Counted(DateTimeOffset At, ImmutableArray<string> Ids);
}
