using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Golden;
using Kb.Content.Phrases;
using Kb.Content.Register;
using Kb.Content.Regulations;
using Kb.Content.Rendering;
using Kb.Content.Templates;
using Kb.Content.Vocabulary;

namespace Kb.Content;

/// <summary>The whole base as one immutable value: what search, the bot, the desk and the courses are built from.</summary>
public sealed record KnowledgeBase
{
    private static readonly FrozenSet<string> Everyone = FrozenSet.Create(StringComparer.Ordinal, ArticleAccess.Public);

    /// <summary>Every kind of request.</summary>
    public required RequestRegister Register { get; init; }

    /// <summary>Every article by its id.</summary>
    public required FrozenDictionary<ArticleId, Article> Articles { get; init; }

    /// <summary>Replies that belong to no article, by id.</summary>
    public FrozenDictionary<TemplateId, ReplyTemplate> Templates { get; init; } = FrozenDictionary<TemplateId, ReplyTemplate>.Empty;

    /// <summary>What agents do with requests, in the order of their files. <see cref="Regulation.Of"/> finds the one of a request.</summary>
    public ImmutableArray<Regulation> Regulations { get; init; } = [];

    /// <summary>Synonyms, spellings and names for search and bot.</summary>
    public SchoolVocabulary Vocabulary { get; init; } = SchoolVocabulary.Empty;

    /// <summary>Figures and addresses of the school.</summary>
    public FactSheet Facts { get; init; } = FactSheet.Empty;

    /// <summary>What the classifier is trained on.</summary>
    public required PhraseBook Phrases { get; init; }

    /// <summary>Messages whose right answer is known; never trained on.</summary>
    public GoldenQuestions Golden { get; init; } = GoldenQuestions.None;

    /// <summary>Words that carry no meaning for search, in lower case with «ё» written as «е».</summary>
    public required FrozenSet<string> StopWords { get; init; }

    /// <summary>Lower-case hex SHA-256 over every content file's name and bytes: the same content gives the same value on every machine.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>
    /// The kind's articles that a holder of these grants may read today: first those of the holder's own stream, whose dates replace
    /// the general ones, then the one with the kind's own id, then by id.
    /// </summary>
    public ImmutableArray<Article> ArticlesOf(KindId kind, FrozenSet<string> grants, DateOnly today) =>
    [
        .. Articles.Values
            .Where(article => article.Kind == kind && article.IsValidOn(today) && ArticleAccess.RuleOf(article).Admits(grants))
            .OrderBy(article => article.Scope.Streams.Any(stream => grants.Contains(ArticleAccess.Stream(stream))) ? 0 : 1)
            .ThenBy(article => article.Id.Value == kind.Value ? 0 : 1)
            .ThenBy(article => article.Id.Value, StringComparer.Ordinal),
    ];

    /// <summary>How the base's Markdown becomes HTML for students: only articles that have a page for everybody are linked.</summary>
    public MarkdownRenderer CreateRenderer() => new(new LinkTargets(
        Articles.Values.Where(article => ArticleAccess.RuleOf(article).Admits(Everyone)).Select(article => article.Id).ToFrozenSet(), Facts));

    /// <summary>How it becomes HTML for the staff, who reads every article, and templates too.</summary>
    public MarkdownRenderer CreateStaffRenderer() => new(new LinkTargets(Articles.Keys.ToFrozenSet(), Facts)
    {
        ArticlesAt = LinkTargets.StaffArticlesPath,
        Templates = Templates.Keys.ToFrozenSet(),
    });
}
