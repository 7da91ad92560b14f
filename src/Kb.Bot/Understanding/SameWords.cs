using System.Collections.Frozen;
using Kb.Content;
using Kb.Search.Analysis;

namespace Kb.Bot.Understanding;

/// <summary>The single words that the vocabulary says mean the same.</summary>
internal static class SameWords
{
    /// <summary>Every such word with the one that stands for its group, as stems. Phrases are left out: their words mean other things apart.</summary>
    public static FrozenDictionary<string, string> Of(KnowledgeBase knowledge, Analyzer stems)
    {
        var likeWords = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in knowledge.Vocabulary.Spellings.Concat(knowledge.Vocabulary.Synonyms))
        {
            var words = group.Select(member => stems.Analyze(member)).Where(tokens => tokens.Length == 1).Select(tokens => tokens[0].Term).Distinct().ToList();
            foreach (var word in words)
            {
                likeWords.TryAdd(word, words[0]);
            }
        }

        return likeWords.ToFrozenDictionary();
    }
}
