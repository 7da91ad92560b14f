using Kb.Content;
using Kb.Search.Analysis;
using Kb.Search.Repair;

namespace Kb.Bot.Understanding;

/// <summary>Query repair by the words that a student may write to this base: those of the training phrases and of the articles.</summary>
public static class MessageRepair
{
    /// <summary>Collects the words.</summary>
    public static QueryRepair Of(KnowledgeBase knowledge)
    {
        var surface = RussianAnalyzer.CreateSurface();
        var texts = knowledge.Phrases.Intents.Values.SelectMany(phrases => phrases)
            .Concat(knowledge.Register.Kinds.Values.Select(kind => kind.Name))
            .Concat(knowledge.Articles.Values.SelectMany(article => new[] { article.Title, article.Faces.Short?.Markdown ?? "", article.Faces.Full.Markdown }))
            .ToList();
        var words = texts
            .SelectMany(text => surface.Analyze(text).Select(token => token.Term).Distinct(StringComparer.Ordinal))
            .CountBy(term => term, StringComparer.Ordinal);
        var vocabulary = knowledge.Vocabulary.Names
            .Concat(knowledge.Vocabulary.Spellings.Concat(knowledge.Vocabulary.Synonyms).SelectMany(group => group))
            .SelectMany(member => surface.Analyze(member))
            .Select(token => token.Term);
        return new QueryRepair(Lexicon.Build(words, texts.Count, [.. knowledge.StopWords, .. vocabulary]), WordGroups.None);
    }
}
