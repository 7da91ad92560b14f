using System.Collections.Immutable;
using Kb.Content.Register;
using Kb.Content.SearchDocuments;
using Kb.Search.Query;
using Kb.Web.Knowledge;

namespace Kb.Web.Features.Search;

/// <summary>
/// What the bot's classifier makes of a question, as evidence for search: «верните деньги» has the words of a double charge as well, but people who write so
/// want a refund.
/// </summary>
internal static class KindPriors
{
    /// <summary>What a kind that is certain adds to its articles. Chosen on the golden questions that may be tuned on: their right kind is first for 92 of 100, 84 without.</summary>
    private const double Share = 0.5;

    /// <summary>A less likely kind is no reason to give anybody.</summary>
    private const double Least = 0.1;

    /// <summary>A prior for each kind that the question is likely to be.</summary>
    public static ImmutableArray<Prior> Of(KnowledgeEdition edition, string question) =>
    [
        .. edition.Bot.Read(question).Ranking
            .Where(guess => guess.Confidence >= Least)
            .Select(guess => (guess.Confidence, Kind: edition.Base.Register.Kinds.GetValueOrDefault(new KindId(guess.Intent))))
            .Where(guess => guess.Kind is not null)
            .Select(guess => new Prior(ArticleDocuments.Kind, guess.Kind!.Id.Value, Share * guess.Confidence, $"похоже на обращение «{guess.Kind.Name}»")),
    ];
}
