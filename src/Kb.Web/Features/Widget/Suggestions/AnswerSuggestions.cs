using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Kb.Bot.Commands;
using Kb.Bot.Dialogue;
using Kb.Content.Articles;
using Kb.Content.SearchDocuments;
using Kb.Desk.Calendars;
using Kb.Search.Query;
using Kb.Web.Features.Search;
using Kb.Web.Knowledge;

namespace Kb.Web.Features.Widget.Suggestions;

/// <summary>An answer that the bot has.</summary>
/// <param name="Id">Id of the article.</param>
/// <param name="Title">Its title: sent as a message, it is answered with this article.</param>
public sealed record SuggestionView(string Id, string Title);

/// <summary>
/// The answers that a question which is still being typed may be about. Nobody has asked for them, so that they must be right: the
/// title has a word of the question, and the bot keeps what the title promises.
/// </summary>
internal sealed class AnswerSuggestions(CurrentKnowledge current, WorkingCalendar calendar, TimeProvider time)
{
    /// <summary>Most answers of one list: more would hide the talk on a phone.</summary>
    public const int Shown = 3;

    /// <summary>Fewest letters that say anything.</summary>
    public const int LeastLetters = 3;

    private readonly KeptTitles _titles = new();

    // Some are passed over, so a few more are looked at.
    private const int LookedAt = 8;

    private static readonly ConditionalWeakTable<KnowledgeEdition, WordCompletion> Completions = [];

    private static readonly ImmutableDictionary<string, ImmutableArray<string>> ArticlesOnly =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(ArticleDocuments.Type, [ArticleDocuments.Article]);

    /// <summary>The best first; none for a text that says too little, or that is no question about articles.</summary>
    /// <param name="typed">The beginning of a message; any text is accepted.</param>
    /// <param name="grants">What the student may read.</param>
    public ImmutableArray<SuggestionView> For(string typed, FrozenSet<string> grants)
    {
        var text = SearchedText.Of(typed).Text;
        var edition = current.Edition;
        var context = new TurnContext(grants, TimeZoneInfo.ConvertTime(time.GetUtcNow(), calendar.Zone), PersonPromise: "");
        // «Добрый день», «позовите оператора»: whoever says that looks for no article. «Не открывается» goes on, and half a question is one already.
        if (text.Count(char.IsLetter) < LeastLetters || edition.Bot.Classify(text, context) is { Decision: "talk", Kind: not TalkIds.Broken } or { Kind: CommandIds.Operator })
        {
            return [];
        }

        var completed = Completions.GetValue(edition, known => WordCompletion.Of(known.Base)).Complete(text);
        return
        [
            .. (completed is null ? [] : Find(edition, completed, grants, isStillTyped: false))
                .Concat(Find(edition, text, grants, isStillTyped: true))
                .DistinctBy(hit => hit.Id)
                .Select(hit => edition.Base.Articles[new ArticleId(hit.Id)])
                .Where(article => _titles.Keeps(edition, article, context))
                .Take(Shown)
                .Select(article => new SuggestionView(article.Id.Value, article.Title)),
        ];
    }

    private IEnumerable<SearchHit> Find(KnowledgeEdition edition, string text, FrozenSet<string> grants, bool isStillTyped) => edition.Index
        .Search(new SearchQuery(text, grants, time.GetUtcNow())
        {
            Top = LookedAt,
            Filters = ArticlesOnly,
            Priors = [.. SearchPriors.Of(edition, text, calendar.DayOf(time.GetUtcNow())), .. SearchPriors.Own(edition, grants, "для вас")],
            IsStillTyped = isStillTyped,
            CountTotal = false,
        })
        .Hits.Where(hit => hit.Why.Parts.Any(word => word.Parts.Any(place => place.Text == ArticleIndex.InTitle)));
}
