using System.Collections.Frozen;
using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Kb.Content.Articles;
using Kb.Content.SearchDocuments;
using Kb.Search.Query;
using Kb.Web.Features.Search;
using Kb.Web.Knowledge;

namespace Kb.Web.Verbs;

/// <summary><c>kb search</c>: the product's own search over its own base, without a server.</summary>
internal static class SearchVerb
{
    private static readonly Option<string?> In = LineBatch.In();

    private static readonly Argument<string[]> Texts = LineBatch.Texts();

    private static readonly Option<string> Audience = new("--audience")
    {
        Description = "Whose eyes: public, students or agents.",
        DefaultValueFactory = _ => ArticleAccess.Public,
    };

    private static readonly Option<int> Top = new("--top") { Description = "Hits a query, 1 to 1000.", DefaultValueFactory = _ => 10 };

    public static Command Create(SharedOptions shared)
    {
        var verb = new Command("search", "Search the base: one JSON object a query with --json.") { Texts, In, Audience, Top };
        Audience.AcceptOnlyFromAmong(ArticleAccess.Public, ArticleAccess.Students, ArticleAccess.Agents);
        Top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000)
            {
                result.AddError("--top takes a number from 1 to 1000.");
            }
        });
        verb.SetAction(parsed => Run(parsed, shared));
        return verb;
    }

    private static int Run(ParseResult parsed, SharedOptions shared)
    {
        if (LineBatch.Lines(parsed.GetValue(In), parsed.GetValue(Texts) ?? []) is not { } lines
            || VerbKnowledge.Open(parsed, shared) is not { } edition)
        {
            return CommandLine.Failed;
        }

        var grants = FrozenSet.Create(StringComparer.Ordinal, ArticleAccess.Public, parsed.GetValue(Audience)!);
        var top = parsed.GetValue(Top);
        return LineBatch.Run(lines, parsed.GetValue(shared.Json), line => Answer(edition, line, grants, top), Describe);
    }

    private static SearchedLine Answer(KnowledgeEdition edition, string line, FrozenSet<string> grants, int top)
    {
        var started = Stopwatch.GetTimestamp();
        var now = TimeProvider.System.GetUtcNow();
        var query = new SearchQuery(line, grants, now)
        {
            Top = top,
            Filters = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(ArticleDocuments.Type, ["article"]),
            Priors = SearchPriors.Of(edition, line, DateOnly.FromDateTime(now.UtcDateTime)),
        };
        var result = edition.Index.Search(query);
        var milliseconds = LineBatch.MillisecondsSince(started);
        return new SearchedLine(
            line,
            result.Repaired,
            [.. result.Hits.Select(hit => new FoundArticle(hit.Id, hit.Attributes[ArticleDocuments.Kind], Math.Round(hit.Score, 3), hit.Title))],
            milliseconds);
    }

    private static string Describe(SearchedLine line) =>
        string.Join('\n', line.Hits.Select(hit => $"{hit.Score,8:0.00}  {hit.Id}  {hit.Title}").Prepend(line.Hits.Length > 0 ? line.Query : $"{line.Query}: ничего не найдено"));

    private sealed record SearchedLine(string Query, string? Repaired, ImmutableArray<FoundArticle> Hits, double Ms);

    private sealed record FoundArticle(string Id, string Kind, double Score, string Title);
}
