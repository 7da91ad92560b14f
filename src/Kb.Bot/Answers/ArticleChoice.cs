using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Understanding;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Search.Analysis;

namespace Kb.Bot.Answers;

/// <summary>
/// Chooses which article of a kind to quote. The main one, unless the message has words that only a special one has in its title or tags
/// («с телефона», «за рассрочку»), or the reader's role has one of its own. Immutable, thread-safe.
/// </summary>
public sealed class ArticleChoice
{
    /// <summary>What a word of the title is worth beside one of the tags.</summary>
    private const double TitleWeight = 1.5;

    /// <summary>What a word of the short answer is worth; even five of them choose nothing.</summary>
    private const double ShortWeight = 0.1;

    /// <summary>What it costs a special article that a word stands in the main one alone: little, for the main one has the words of the whole kind.</summary>
    private const double MissedWord = 0.25;

    /// <summary>What it is worth that the article was written for the reader's role: it comes first, unless a title and a tag speak against it.</summary>
    private const double RoleWorth = 2.2;

    /// <summary>From which lead a special article is quoted and not the main one.</summary>
    private const double Lead = 0.45;

    private readonly Analyzer _stems;
    private readonly FrozenDictionary<string, string> _likeWords;
    private readonly FrozenDictionary<ArticleId, Words> _words;

    private ArticleChoice(KnowledgeBase knowledge)
    {
        _stems = RussianAnalyzer.Create(knowledge.StopWords);
        _likeWords = SameWords.Of(knowledge, _stems);
        _words = knowledge.Articles.Values.ToFrozenDictionary(
            article => article.Id,
            article => new Words(
                Stems(article.Title).ToFrozenSet(),
                Stems(string.Join(". ", article.Tags)).ToFrozenSet(),
                Stems(article.Faces.Short?.Markdown ?? "").ToFrozenSet()));
    }

    /// <summary>Reads the words of every article.</summary>
    public static ArticleChoice Of(KnowledgeBase knowledge) => new(knowledge);

    /// <summary>The article to quote; null when there is none.</summary>
    /// <param name="readable">Those of one kind that the reader may read and the bot may quote, the main one first (<see cref="KnowledgeBase.ArticlesOf"/>).</param>
    /// <param name="text">The message; null when the kind was chosen from a list.</param>
    /// <param name="grants">What the reader holds.</param>
    public Article? Best(ImmutableArray<Article> readable, string? text, FrozenSet<string> grants)
    {
        if (readable.Length < 2 || readable[0].Scope.Streams.Any(stream => grants.Contains(ArticleAccess.Stream(stream))))
        {
            return readable.FirstOrDefault();
        }

        var asked = text is null ? [] : Stems(text).Distinct().ToList();
        var (main, best, most) = (_words[readable[0].Id], readable[0], Lead);
        foreach (var article in readable.Skip(1))
        {
            var lead = asked.Sum(stem => LeadBy(_words[article.Id].Weight(stem), main.Weight(stem))) + (IsForRole(article, grants) ? RoleWorth : 0);
            if (lead > most)
            {
                (best, most) = (article, lead);
            }
        }

        return best;
    }

    /// <summary>A word that names the main article too speaks for none of the others: «верните деньги» is no question of a company.</summary>
    private static double LeadBy(double special, double main) => special < main ? (special - main) * MissedWord : main >= 1 ? 0 : special - main;

    private static bool IsForRole(Article article, FrozenSet<string> grants) => article.Scope.Roles.Any(role => grants.Contains(ArticleAccess.Role(role)));

    private IEnumerable<string> Stems(string text) => _stems.Analyze(text).Select(token => _likeWords.GetValueOrDefault(token.Term, token.Term));

    private sealed record Words(FrozenSet<string> Title, FrozenSet<string> Tags, FrozenSet<string> Short)
    {
        public double Weight(string stem) => Title.Contains(stem) ? TitleWeight : Tags.Contains(stem) ? 1 : Short.Contains(stem) ? ShortWeight : 0;
    }
}
