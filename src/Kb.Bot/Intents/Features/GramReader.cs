using Kb.Bot.Understanding;
using Kb.Search.Analysis;

namespace Kb.Bot.Intents.Features;

/// <summary>The three ways a message is looked at. Each has a length norm of its own, so that many letters do not drown few words.</summary>
public enum FeatureView
{
    /// <summary>Words as written. Pairs of them say what pairs of stems say, and cost a third of the memory.</summary>
    Words,

    /// <summary>Stems and pairs of stems: «сертификата» is «сертификат», «payments» is «payment». Stop words stay: «не» and «как» tell intents apart.</summary>
    Stems,

    /// <summary>2 to 5 letters in a row inside a word and its borders: what survives a typo.</summary>
    Letters,
}

/// <summary>
/// Cuts an utterance into grams. Case and punctuation are gone before: a background of foreign questions would teach that our students
/// «write no question mark». Grams are 64-bit hashes; two of 10⁵ collide with a chance of 1 in 10⁹. Thread-safe.
/// </summary>
internal static class GramReader
{
    private const int ShortestLetters = 2;
    private const int LongestLetters = 5;
    private const ulong FnvOffset = 14_695_981_039_346_656_037;
    private const ulong FnvPrime = 1_099_511_628_211;

    private static readonly Analyzer Surface = RussianAnalyzer.CreateSurface();

    /// <summary>The words of an utterance, lower case, «ё» folded, compounds in their parts.</summary>
    public static List<string> ReadWords(Utterance utterance)
    {
        var tokens = Surface.Analyze(utterance.Text);
        var words = new List<string>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            var isWholeCompound = i + 1 < tokens.Length && tokens[i + 1].Start < tokens[i].End;
            if (!isWholeCompound)
            {
                words.Add(tokens[i].Term);
            }
        }

        return words;
    }

    /// <summary>Adds the grams of one view to <paramref name="grams"/>, repetitions included.</summary>
    public static void Read(List<string> words, FeatureView view, List<Gram> grams)
    {
        var seed = Step(FnvOffset, (char)(view + 1));
        var previous = 0ul;
        var previousBit = 0ul;
        for (var i = 0; i < words.Count; i++)
        {
            var bit = 1ul << (i % 64);
            if (view == FeatureView.Letters)
            {
                ReadLetters(words[i], seed, bit, grams);
                continue;
            }

            var term = view == FeatureView.Stems ? Stem(words[i]) : words[i];
            grams.Add(new Gram(Mix(Hash(seed, term)), bit));
            if (i > 0 && view == FeatureView.Stems)
            {
                grams.Add(new Gram(Mix(Hash(Step(previous, ' '), term)), bit | previousBit));
            }

            (previous, previousBit) = (Hash(seed, term), bit);
        }
    }

    private static ReadOnlySpan<char> Stem(string word) => char.IsAsciiLetter(word[0]) ? EnglishStem.Of(word) : RussianStemmer.Stem(word);

    private static void ReadLetters(string word, ulong seed, ulong bit, List<Gram> grams)
    {
        for (var start = -1; start < word.Length; start++)
        {
            var hash = seed;
            for (var length = 1; length <= LongestLetters && start + length <= word.Length + 1; length++)
            {
                hash = Step(hash, At(word, start + length - 1));
                if (length >= ShortestLetters)
                {
                    grams.Add(new Gram(Mix(hash), bit));
                }
            }
        }
    }

    private static char At(string word, int index) => index < 0 || index == word.Length ? ' ' : word[index];

    private static ulong Hash(ulong seed, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            seed = Step(seed, character);
        }

        return seed;
    }

    /// <summary>FNV-1a (Fowler, Noll, Vo), one UTF-16 character a step.</summary>
    private static ulong Step(ulong hash, char character) => (hash ^ character) * FnvPrime;

    /// <summary>Spreads FNV's weak high bits: the finalizer of MurmurHash3 (A. Appleby, public domain).</summary>
    private static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}

/// <summary>One gram of an utterance.</summary>
/// <param name="Hash">What it is.</param>
/// <param name="Words">The words it touches: bit n for word n, counted round after 64.</param>
internal readonly record struct Gram(ulong Hash, ulong Words) : IComparable<Gram>
{
    /// <summary>By hash: equal grams come together.</summary>
    public int CompareTo(Gram other) => Hash.CompareTo(other.Hash);
}
