using System.Collections.Frozen;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Search.Analysis;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>
/// Finds the section of an article that a question is about, where the short answer does not touch it: «материнским капиталом можно?» is
/// about «Материнский капитал», and not about cards. Immutable.
/// </summary>
internal sealed class ArticleSections
{
    /// <summary>What is longer, in characters, is read on the article's own page.</summary>
    private const int Longest = 500;

    /// <summary>What the section must add to the short answer: this share of what the question says, in idf.</summary>
    private const double Least = 0.25;

    /// <summary>A word in the text of a section says so much of what it says in its name.</summary>
    private const double InPassing = 0.4;

    /// <summary>A piece must say this share of what is new in a further question. Of 90 such questions to 60 articles 36 had a piece that did; to 29 it was the answer.</summary>
    private const double MostTold = 0.45;

    /// <summary>And so much in all, in nats: of «письмо» and «почта» every kind is asked.</summary>
    private const double LeastTold = 1.5;

    private readonly Analyzer _content;
    private readonly FrozenDictionary<string, int> _frequencies;

    /// <summary>Of how many kinds each word is asked; counted when it is first needed.</summary>
    private readonly Lazy<FrozenDictionary<string, int>> _askedOf;

    private readonly KnowledgeBase _knowledge;

    /// <param name="knowledge">Whose articles.</param>
    public ArticleSections(KnowledgeBase knowledge)
    {
        _knowledge = knowledge;
        _content = RussianAnalyzer.Create(knowledge.StopWords);
        _frequencies = knowledge.Articles.Values
            .SelectMany(article => StemsOf($"{article.Title} {article.Faces.Short?.Markdown} {article.Faces.Full.Markdown}"))
            .CountBy(stem => stem)
            .ToFrozenDictionary(StringComparer.Ordinal);
        _askedOf = new(() => knowledge.Phrases.Intents.Values
            .SelectMany(phrases => phrases.SelectMany(phrase => StemsOf(phrase)).Distinct())
            .CountBy(stem => stem)
            .ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The section, in Markdown under its name; null when none is asked about more than the short answer is.</summary>
    /// <param name="article">The answer.</param>
    /// <param name="question">In the student's words.</param>
    public string? For(Article article, string question)
    {
        // A word that no article has may be a slip or a name: it speaks for no section.
        var asked = StemsOf(question).Where(_frequencies.ContainsKey).ToFrozenDictionary(stem => stem, stem => Math.Log((double)_knowledge.Articles.Count / _frequencies[stem]));
        var title = StemsOf($"{article.Title} {_knowledge.Register.Kinds.GetValueOrDefault(article.Kind)?.Name}");
        var told = StemsOf(article.Faces.Short?.Markdown ?? "");
        told.UnionWith(title);
        var best = ArticlePassages.Of(article).Sections
            .Where(section => section.Text.Length <= Longest)
            .Select(section => (Section: section, Gain: GainOf(section)))
            .OrderByDescending(section => section.Gain)
            .ThenBy(section => section.Section.Text.Length)
            .FirstOrDefault();
        return best.Section is { } found && best.Gain > 0 && best.Gain >= Least * asked.Values.Sum()
            ? found.Text.StartsWith("**", StringComparison.Ordinal) ? found.Text : $"**{found.Name}**\n\n{found.Text}"
            : null;

        double GainOf(ArticlePassages.Section section)
        {
            var name = StemsOf(section.Name);
            var text = StemsOf(section.Text);
            // «Какие документы нужны» is asked for word by word, even if the short answer has «Документы» for another reason.
            var isNamed = name.Count > 0 && name.All(asked.ContainsKey) && !name.IsSubsetOf(title) && (name.Count == 1 || !name.IsSubsetOf(told));
            // One word of a long name is no more than a word in passing: «весь» in «Весь класс и второй учитель».
            var inName = Math.Max(InPassing, isNamed ? 1 : (double)name.Count(asked.ContainsKey) / Math.Max(name.Count, 1));
            return asked.Sum(word => word.Value * (name.Contains(word.Key) && (isNamed || !told.Contains(word.Key)) ? inName : text.Contains(word.Key) && !told.Contains(word.Key) ? InPassing : 0));
        }
    }

    /// <summary>The piece of an article, down to a sentence of the short answer, that says most of what a further question asks; null when none says enough of it.</summary>
    /// <param name="article">What was told already.</param>
    /// <param name="question">In the student's words.</param>
    /// <param name="earlier">The question that the article was the answer to; null when there is none.</param>
    public string? Nearest(Article article, string question, string? earlier)
    {
        // A word that nobody asks us about weighs most: «биткоин» is what is asked, and a piece that passes over it answers something else. «Дадут» is in questions of every kind.
        var asked = New(article, question, earlier).ToDictionary(stem => stem, stem => Math.Log((1.0 + _knowledge.Phrases.Intents.Count) / (1 + _askedOf.Value.GetValueOrDefault(stem))));
        var passages = ArticlePassages.Of(article);
        var (found, said) = passages.Pieces.Concat(passages.Sentences)
            .Select(piece => (Piece: piece, Said: StemsOf(piece).Sum(stem => asked.GetValueOrDefault(stem))))
            .OrderByDescending(piece => piece.Said)
            .ThenBy(piece => piece.Piece.Length)
            .FirstOrDefault();
        return said >= LeastTold && said >= MostTold * asked.Values.Sum() ? found : null;
    }

    /// <summary>Whether a further question names anything that neither the one before it nor the title of its answer does.</summary>
    public bool AsksMore(Article article, string question, string? earlier) => New(article, question, earlier).Any();

    private IEnumerable<string> New(Article article, string question, string? earlier) =>
        StemsOf(question).Except(StemsOf($"{article.Title} {_knowledge.Register.Kinds.GetValueOrDefault(article.Kind)?.Name} {earlier}"));

    private HashSet<string> StemsOf(string text) => [.. _content.Analyze(text).Select(token => token.Term)];
}
