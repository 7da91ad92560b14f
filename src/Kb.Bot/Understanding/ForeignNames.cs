using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content;
using Kb.Search.Analysis;

namespace Kb.Bot.Understanding;

/// <summary>
/// Finds the other school or service that a message is about. The classifier cannot: «пароль от Госуслуг» has the words of our own
/// question and one more. Immutable, thread-safe.
/// </summary>
public sealed class ForeignNames
{
    private readonly Analyzer _surface = RussianAnalyzer.CreateSurface();
    private readonly Analyzer _stems = RussianAnalyzer.Create(FrozenSet<string>.Empty);
    private readonly FrozenDictionary<string, ImmutableArray<Entry>> _byFirst;
    private readonly FrozenDictionary<string, FrozenSet<string>> _knownTo;

    private ForeignNames(KnowledgeBase knowledge)
    {
        var vocabulary = knowledge.Vocabulary;
        _byFirst = vocabulary.OtherSchools.Select(name => (Name: name, IsSchool: true))
            .Concat(vocabulary.OtherServices.Select(name => (Name: name, IsSchool: false)))
            .SelectMany(listed => Spellings(listed.Name).Select(text => new Entry(listed.Name, [.. Stems(text)], [.. Surface(text)], listed.IsSchool)))
            .Where(entry => !entry.Stems.IsEmpty)
            .GroupBy(entry => entry.Stems[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Stems.Length).ToImmutableArray());
        _knownTo = Users(knowledge).GroupBy(pair => pair.Name, pair => pair.Intent).ToFrozenDictionary(group => group.Key, group => group.ToFrozenSet());

        IEnumerable<string> Spellings(string name) => vocabulary.Spellings
            .Where(group => group.Contains(name, StringComparer.OrdinalIgnoreCase))
            .SelectMany(group => group)
            .Append(name)
            // The stemmer takes «телеграм» for a plural and «телеграме» not.
            .SelectMany(text => text.EndsWith('м') ? [text, text + "е"] : new[] { text })
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Collects the names, and which kinds speak of them.</summary>
    public static ForeignNames Of(KnowledgeBase knowledge) => new(knowledge);

    /// <summary>The first name that the message is about; null when there is none, or it is only the way, the means or the purpose.</summary>
    /// <param name="text">As written or as mended.</param>
    /// <param name="words">Reads what is left when the name is taken out.</param>
    public ForeignMention? Read(string text, KnownWords words) => About(text) is { } found
        ? new ForeignMention(found.Name, _knownTo.GetValueOrDefault(found.Name, FrozenSet<string>.Empty), words.Read(found.Without))
        : null;

    /// <summary>An article that names a service, and not as a way to log in, has something to say of it. A phrase often only compares with it, and then exempts nothing.</summary>
    private IEnumerable<(string Name, string Intent)> Users(KnowledgeBase knowledge) => knowledge.Articles.Values
        .SelectMany(article => new[] { article.Title, string.Join(". ", article.Tags), article.Faces.Short?.Markdown ?? "", article.Faces.Full.Markdown }
            .SelectMany(Named)
            .Select(name => (name, article.Kind.Value)))
        .Concat(knowledge.Phrases.Intents.SelectMany(entry => entry.Value.Select(phrase => (About(phrase)?.Name, entry.Key))).Where(pair => pair.Item1 is not null)
            .Select(pair => (pair.Item1!, pair.Key)));

    private IEnumerable<string> Named(string text)
    {
        var words = Words(text);
        return Found(words).Where(found => !ForeignContext.IsAside(words.Surface, words.Stems, found.At, found.Entry.Stems.Length, undeclined: false)).Select(found => found.Entry.Name);
    }

    private (string Name, string Without)? About(string text)
    {
        var stems = Stems(text).ToImmutableArray();
        if (!stems.Any(_byFirst.ContainsKey))
        {
            return null; // As good as always.
        }

        var words = (Surface: Surface(text).ToImmutableArray(), Stems: stems);
        return Found(words)
            .Where(found => !ForeignContext.NamesOurs(words.Surface, words.Stems, found.Entry.IsSchool)
                && !ForeignContext.IsAside(words.Surface, words.Stems, found.At, found.Entry.Stems.Length, found.Entry.IsUndeclined(words.Surface[found.At])))
            .Select(found => ((string, string)?)(found.Entry.Name, string.Join(' ', words.Surface.RemoveRange(found.At, found.Entry.Stems.Length))))
            .FirstOrDefault();
    }

    private IEnumerable<(Entry Entry, int At)> Found((ImmutableArray<string> Surface, ImmutableArray<string> Stems) words)
    {
        for (var at = 0; at < words.Stems.Length; at++)
        {
            var here = _byFirst.GetValueOrDefault(words.Stems[at], []).FirstOrDefault(entry => words.Stems.AsSpan()[at..].StartsWith(entry.Stems.AsSpan()));
            if (here is not null)
            {
                yield return (here, at);
            }
        }
    }

    private (ImmutableArray<string> Surface, ImmutableArray<string> Stems) Words(string text) => ([.. Surface(text)], [.. Stems(text)]);

    private IEnumerable<string> Surface(string text) => _surface.Analyze(text).Select(token => token.Term);

    private IEnumerable<string> Stems(string text) => _stems.Analyze(text).Select(token => token.Term);

    private sealed record Entry(string Name, ImmutableArray<string> Stems, ImmutableArray<string> Surface, bool IsSchool)
    {
        /// <summary>Whether a word is an institution («институт», no proper name) in its dictionary form.</summary>
        public bool IsUndeclined(string word) => IsSchool && Surface is [var only] && char.IsLower(Name[0]) && only == word;
    }
}
