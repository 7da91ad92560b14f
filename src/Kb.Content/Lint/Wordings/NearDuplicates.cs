namespace Kb.Content.Lint.Wordings;

/// <summary>
/// Phrases that are found again by nearly the same words: the same words in any order, one of them (of four letters or more) perhaps one
/// slip apart; or the same letters with other spaces. «Не магу войти» is near «войти не могу»; «не могу выйти» is not near «не могу
/// зайти», «курс 1» not near «курс 2».
/// </summary>
/// <typeparam name="T">What is remembered with a phrase.</typeparam>
/// <remarks>
/// An index, so that thousands of phrases need no double loop: each phrase is filed under the sum of its words' hashes, and under the sums
/// in which one word lacks one letter: two words one slip apart share such a form (SymSpell's deletion neighbourhood, W. Garbe, 2012). Candidates are then compared.
/// </remarks>
internal sealed class NearDuplicates<T>
{
    /// <summary>In Russian, for whoever reads the figures.</summary>
    public const string Definition = "Почти одинаковы фразы из одних и тех же слов в любом порядке: пробелы не в счёт, в одном слове от четырёх букв возможна одна опечатка.";

    private readonly Dictionary<ulong, List<int>> _buckets = [];
    private readonly List<(PhraseForm Phrase, T Value)> _phrases = [];

    /// <summary>Remembers a phrase.</summary>
    public void Add(PhraseForm phrase, T value)
    {
        foreach (var key in phrase.Keys)
        {
            if (!_buckets.TryGetValue(key, out var bucket))
            {
                _buckets[key] = bucket = [];
            }

            bucket.Add(_phrases.Count);
        }

        _phrases.Add((phrase, value));
    }

    /// <summary>What was remembered with phrases near this one, in the order of adding.</summary>
    public IEnumerable<T> Near(PhraseForm phrase)
    {
        var candidates = new SortedSet<int>();
        foreach (var key in phrase.Keys)
        {
            if (_buckets.TryGetValue(key, out var bucket))
            {
                candidates.UnionWith(bucket);
            }
        }

        return candidates.Where(index => phrase.IsNear(_phrases[index].Phrase)).Select(index => _phrases[index].Value);
    }
}
