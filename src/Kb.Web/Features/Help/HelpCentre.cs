using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Rendering;
using Kb.Content.SearchDocuments;
using Kb.Desk.Calendars;
using Kb.Search.Query;
using Kb.Web.Features.Search;
using Kb.Web.Knowledge;
using Kb.Web.Layout;

namespace Kb.Web.Features.Help;

/// <summary>What a stranger may read: public articles that hold today. The pages and the API of the help centre ask here and nowhere else.</summary>
internal sealed class HelpCentre(CurrentKnowledge current, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>Most articles of one search.</summary>
    public const int Shown = 20;

    private const int Related = 4;

    private static readonly FrozenSet<string> Everyone = FrozenSet.Create(StringComparer.Ordinal, ArticleAccess.Public);

    private static readonly ImmutableDictionary<string, ImmutableArray<string>> ArticlesOnly =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(ArticleDocuments.Type, [ArticleDocuments.Article]);

    /// <summary>Name of the school whose help this is.</summary>
    public string School => current.Edition.Base.Facts.Facts.GetValueOrDefault("school", "Справка");

    /// <summary>The best articles for a question. Any text is accepted.</summary>
    /// <param name="text">The question.</param>
    /// <param name="top">How many; taken as the nearest of 1 to <see cref="Shown"/>.</param>
    /// <param name="isStillTyped">Whether the last word may be only its beginning.</param>
    /// <param name="asTyped">Whether to search for the very words, without repair.</param>
    public HelpSearchView Search(string text, int top = Shown, bool isStillTyped = false, bool asTyped = false)
    {
        var edition = current.Edition;
        var typed = SearchedText.OfQuery(text);
        var found = edition.Index.Search(new SearchQuery(typed.Text, Everyone, time.GetUtcNow())
        {
            Top = Math.Clamp(top, 1, Shown),
            Filters = ArticlesOnly,
            Priors = SearchPriors.Of(edition, typed.Text, calendar.DayOf(time.GetUtcNow())),
            Excluded = typed.Excluded,
            IsStillTyped = isStillTyped,
            AsTyped = asTyped,
        });
        return new HelpSearchView(
            SearchedText.Of(text).Text,
            found.Repaired,
            found.Total,
            FoundCount.Articles(found.Total),
            typed.Notice,
            [
                .. found.Hits.Select(hit => HelpHitView.From(hit, edition.Base.Articles[new ArticleId(hit.Id)])),
            ]);
    }

    /// <summary>One article; null when there is none that a stranger may know of.</summary>
    public HelpArticleView? Find(string slug)
    {
        var edition = current.Edition;
        if (!edition.Base.Articles.TryGetValue(new ArticleId(slug), out var article) || !IsOpen(article))
        {
            return null;
        }

        var folder = Path.GetDirectoryName(article.File)?.Replace('\\', '/') ?? "";
        var text = edition.Renderer.Render(article.Faces.Full.Markdown, folder);
        var brief = article.Faces.Short is { } face ? edition.Renderer.Render(face.Markdown, folder).Html : null;
        return new HelpArticleView(
            article.Id.Value,
            article.Title,
            article.Kind.Value,
            TopicOf(article, edition),
            brief,
            text.Html,
            [.. text.Headings.Where(heading => heading.Level == 2).Select(heading => new HelpHeadingView(heading.Id, heading.Text))],
            LinkTargets.Article(article.Id),
            article.VerifiedOn,
            RelatedTo(article, edition));
    }

    /// <summary>Where anybody may read an article; null when its page does not exist for strangers.</summary>
    public string? AddressOf(string id) =>
        current.Edition.Base.Articles.TryGetValue(new ArticleId(id), out var article) && IsOpen(article) ? LinkTargets.Article(article.Id) : null;

    /// <summary>Where the school reads letters; null when its facts do not say.</summary>
    public string? Email => current.Edition.Base.Facts.Facts.GetValueOrDefault("support_email");

    /// <summary>The topics that have something to read, in the order of the register.</summary>
    public ImmutableArray<HelpTopicView> Topics()
    {
        var edition = current.Edition;
        var byType = edition.Base.Articles.Values.Where(IsOpen).ToLookup(article => edition.Base.Register.Kinds[article.Kind].Type, StringComparer.Ordinal);
        return
        [
            .. edition.Base.Register.Types
                .Where(type => byType.Contains(type.Id))
                .Select(type => new HelpTopicView(type.Id, type.Name, [.. byType[type.Id].OrderBy(article => article.Title, StringComparer.Ordinal).Select(HelpLinkView.To)])),
        ];
    }

    private bool IsOpen(Article article) =>
        article.IsValidOn(calendar.DayOf(time.GetUtcNow())) && ArticleAccess.RuleOf(article).Admits(Everyone);

    private static HelpTopicView TopicOf(Article article, KnowledgeEdition edition)
    {
        var type = edition.Base.Register.Kinds[article.Kind].Type;
        return new HelpTopicView(type, edition.Base.Register.Types.First(candidate => candidate.Id == type).Name, []);
    }

    /// <summary>Neighbours of the same topic: those of the same kind first, then those that share most tags.</summary>
    private ImmutableArray<HelpLinkView> RelatedTo(Article article, KnowledgeEdition edition)
    {
        var kinds = edition.Base.Register.Kinds;
        return
        [
            .. edition.Base.Articles.Values
                .Where(other => other.Id != article.Id && kinds[other.Kind].Type == kinds[article.Kind].Type && IsOpen(other))
                .OrderByDescending(other => other.Kind == article.Kind)
                .ThenByDescending(other => other.Tags.Intersect(article.Tags, StringComparer.Ordinal).Count())
                .ThenBy(other => other.Id.Value, StringComparer.Ordinal)
                .Take(Related)
                .Select(HelpLinkView.To),
        ];
    }
}
