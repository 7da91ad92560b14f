using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Kb.Content.Articles;
using Kb.Content.SearchDocuments;
using Kb.Search.Query;
using Kb.Web.Knowledge;

namespace Kb.Web.Features.Search;

/// <summary>
/// Everything besides words that speaks for or against an article in search: the kind that the question looks like, its age, its readers.
/// Pure. The shares are small on purpose: they decide between equals, and an old article that answers still wins over a new one that does not.
/// </summary>
internal static class SearchPriors
{
    /// <summary>What an article loses whose check is overdue.</summary>
    public const double OverdueShare = -0.05;

    /// <summary>What an article gains that is written for the very course, stream or role of the reader.</summary>
    public const double OwnShare = 0.1;

    /// <summary>For any search.</summary>
    /// <param name="edition">The base that is searched.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="today">The school's day.</param>
    public static ImmutableArray<Prior> Of(KnowledgeEdition edition, string question, DateOnly today) =>
        KindPriors.Of(edition, question).Add(Overdue(today));

    /// <summary>One for each article of the reader's own, as the grants name what is theirs.</summary>
    /// <param name="edition">The base that is searched.</param>
    /// <param name="grants">Of a student: courses, streams, role. What opens everything to the staff makes nothing their own.</param>
    /// <param name="reason">In Russian: «для вашего курса».</param>
    public static IEnumerable<Prior> Own(KnowledgeEdition edition, FrozenSet<string> grants, string reason) => edition.Base.Articles.Values
        .Where(article => IsOwn(article, grants))
        .Select(article => new Prior(ArticleDocuments.Article, article.Id.Value, OwnShare, reason));

    internal static Prior Overdue(DateOnly today) =>
        new(ArticleDocuments.VerifyBy, today.AddDays(-1).ToString("O", CultureInfo.InvariantCulture), OverdueShare, "давно не проверялась") { OrBefore = true };

    private static bool IsOwn(Article article, FrozenSet<string> grants) =>
        article.Scope.Courses.Any(course => grants.Contains(ArticleAccess.Course(course)))
        || article.Scope.Streams.Any(stream => grants.Contains(ArticleAccess.Stream(stream)))
        || article.Scope.Roles.Any(role => grants.Contains(ArticleAccess.Role(role)));
}
