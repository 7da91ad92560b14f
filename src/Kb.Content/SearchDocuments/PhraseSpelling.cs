using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using Kb.Content.Rendering;
using Kb.Search.Analysis;
using Kb.Search.Repair;

namespace Kb.Content.SearchDocuments;

/// <summary>
/// Training phrases with words spelt by ear as they are written. The bot learns from «забыл пороль»; were «пороль» a word of the index, a search
/// for it would find this phrase and nothing else, and nobody would be told that «пароль» was meant.
/// </summary>
/// <remarks>Only what sounds the same: by letters alone «летнее» is as near to «лишнее» as «дньги» to «деньги».</remarks>
internal sealed class PhraseSpelling
{
    /// <summary>A word of so many phrases is how students write («глючит»), whether or not an article has it.</summary>
    private const int OwnWordPhrases = 4;

    /// <summary>Shorter words sound like too many others: «роды» and «ради».</summary>
    private const int ShortestWord = 5;

    private static readonly ConditionalWeakTable<KnowledgeBase, FrozenDictionary<string, string>> Written = [];

    private readonly Analyzer _surface = RussianAnalyzer.CreateSurface();
    private readonly Analyzer _stems = RussianAnalyzer.Create(FrozenSet<string>.Empty);
    private readonly FrozenSet<string> _stemsRight;
    private readonly FrozenDictionary<string, string> _rightBySound;

    /// <param name="knowledge">What its articles, its vocabulary and many of its phrases have is right.</param>
    private PhraseSpelling(KnowledgeBase knowledge)
    {
        var written = knowledge.Articles.Values
            .SelectMany(article => article.Tags.Append(article.Title).Append(Plain(article.Faces.Short?.Markdown)).Append(Plain(article.Faces.Full.Markdown)))
            .Concat(knowledge.Register.Kinds.Values.Select(kind => kind.Name))
            .Concat(knowledge.Vocabulary.Names.Concat(knowledge.Vocabulary.Synonyms.SelectMany(group => group)));
        var right = Counts(written)
            .Concat(Counts(knowledge.Phrases.Intents.Values.SelectMany(phrases => phrases)).Where(word => word.Value >= OwnWordPhrases))
            .GroupBy(word => word.Key, word => word.Value, StringComparer.Ordinal)
            .OrderByDescending(word => word.Sum())
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key)
            .ToList();
        _stemsRight = right.Concat(knowledge.StopWords).SelectMany(word => _stems.Analyze(word)).Select(token => token.Term).ToFrozenSet(StringComparer.Ordinal);
        _rightBySound = right.DistinctBy(Sound).ToFrozenDictionary(Sound, StringComparer.Ordinal);
    }

    /// <summary>The phrases of every kind, a line each, by the kind's id. Worked out once for a base: search and bot both index them.</summary>
    public static FrozenDictionary<string, string> Of(KnowledgeBase knowledge) => Written.GetValue(knowledge, known =>
    {
        var spelling = new PhraseSpelling(known);
        return known.Register.Kinds.Keys.ToFrozenDictionary(
            kind => kind.Value,
            kind => string.Join('\n', known.Phrases.Intents.GetValueOrDefault(kind.Value, []).Select(spelling.Mend)));
    });

    /// <summary>The phrase with the words that people spell by ear as the articles have them.</summary>
    private string Mend(string phrase)
    {
        StringBuilder? mended = null;
        var copied = 0;
        foreach (var word in _surface.Analyze(phrase))
        {
            if (word.Start >= copied && CanBeWrong(word.Term) && _rightBySound.GetValueOrDefault(Sound(word.Term)) is { } right)
            {
                (mended ??= new StringBuilder()).Append(phrase, copied, word.Start - copied).Append(right);
                copied = word.End;
            }
        }

        return mended?.Append(phrase, copied, phrase.Length - copied).ToString() ?? phrase;
    }

    private bool CanBeWrong(string word) =>
        word.Length >= ShortestWord && word.All(char.IsLetter) && _stems.Analyze(word).Any(token => !_stemsRight.Contains(token.Term));

    /// <summary>How it sounds, one letter for a doubled one: «акаунт» is said like «аккаунт».</summary>
    private static string Sound(string word)
    {
        var key = SoundKey.Of(word);
        return string.Concat(key.Where((letter, at) => at == 0 || key[at - 1] != letter));
    }

    private static string Plain(string? markdown) => markdown is null ? "" : MarkdownRenderer.ToPlainText(markdown);

    private IEnumerable<KeyValuePair<string, int>> Counts(IEnumerable<string> texts) => texts
        .SelectMany(text => _surface.Analyze(text).Select(token => token.Term).Distinct(StringComparer.Ordinal))
        .CountBy(term => term, StringComparer.Ordinal);
}
