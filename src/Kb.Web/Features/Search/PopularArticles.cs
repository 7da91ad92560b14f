using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Dialogue;
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

/// <summary>What to offer whoever has not typed yet.</summary>
/// <param name="IsCounted">Whether people asked for these; otherwise they are the main questions of the register, and are called so.</param>
/// <param name="Links">The articles, the first first.</param>
public sealed record PopularList(bool IsCounted, ImmutableArray<PopularLink> Links)
{
    /// <summary>Nothing to offer.</summary>
    public static PopularList None { get; } = new(false, []);
}

/// <summary>
/// The articles that answered most conversations of the last thirty days, by the bot or by agents: what people ask, told by what answered
/// them. Counted again every few minutes; a storage that does not answer costs the count and never the page.
/// </summary>
internal sealed class PopularArticles(QuotedArticles quoted, CurrentKnowledge current, WorkingCalendar calendar, TimeProvider time)
{
    private const int Shown = 6;

    /// <summary>One article is no list: on the first day the main questions say more.</summary>
    private const int Fewest = 2;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private static readonly FrozenSet<string> Everyone = FrozenSet.Create(StringComparer.Ordinal, ArticleAccess.Public);

    private volatile Counted _counted = new(DateTimeOffset.MinValue, []);

    /// <summary>For agents, who may read all.</summary>
    public Task<PopularList> ForStaffAsync(CancellationToken cancellationToken) =>
        ListAsync(KbClaims.StaffGrants, id => SearchEndpoints.ArticleAddress(id.Value), cancellationToken);

    /// <summary>For the help centre: public articles.</summary>
    public Task<PopularList> ForStrangersAsync(CancellationToken cancellationToken) =>
        ListAsync(Everyone, LinkTargets.Article, cancellationToken);

    private async Task<PopularList> ListAsync(FrozenSet<string> grants, Func<ArticleId, string> address, CancellationToken cancellationToken)
    {
        var ids = await CountAsync(cancellationToken);
        var today = calendar.DayOf(time.GetUtcNow());
        var knowledge = current.Edition.Base;
        ImmutableArray<Article> popular =
        [
            .. ids.Select(id => knowledge.Articles.GetValueOrDefault(new ArticleId(id)))
                .OfType<Article>()
                .Where(article => article.IsValidOn(today) && ArticleAccess.RuleOf(article).Admits(grants))
                .Take(Shown),
        ];
        var isCounted = popular.Length >= Fewest;
        var shown = isCounted ? popular : MainQuestions.Of(knowledge, grants, today).Take(Shown);
        return new PopularList(isCounted, [.. shown.Select(article => new PopularLink(article.Title, address(article.Id)))]);
    }

    private async Task<ImmutableArray<string>> CountAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - _counted.At > Fresh)
        {
            try
            {
                _counted = new Counted(now, await quoted.MostQuotedAsync(now - Lately, ActionIds.NotHelped, cancellationToken));
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
