using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Kb.Search.Repair;

/// <summary>
/// Judges single words: how likely a known one is, and what an unknown one may mean. A noisy channel (Kernighan, Church, Gale, 1990): the
/// cost of a reading is that of the typos in it plus the rarity of the word it leads to, in nats, against the cost of a word that nobody used yet.
/// </summary>
/// <param name="lexicon">Whose words are right.</param>
/// <param name="mended">Remembers what was mended; null where nothing comes twice.</param>
internal sealed class WordMender(Lexicon lexicon, Dictionary<(string Word, double TypoScale), Mending>? mended = null)
{
    /// <summary>Most readings of one word: more only dilute a query.</summary>
    private const int MaxMeant = 4;

    /// <summary>Nats of one ordinary typo: a word must be 90 times as frequent to make up for one more.</summary>
    private const double TypoNats = 4.5;

    /// <summary>Readings that cost so many nats more than the best are dropped.</summary>
    private const double Spread = 2.5;

    /// <summary>Nats by which a reading must cost more to weigh e times less.</summary>
    private const double SpreadScale = 2;

    /// <summary>What a mended word is worth in a score at most.</summary>
    private const double TypoWeight = 0.9;

    /// <summary>What it is worth where the typed word is as likely right.</summary>
    private const double DoubtfulWeight = 0.7;

    /// <summary>How far the looks of a word speak for it, where a person will be told that it was replaced.</summary>
    private const double SureLooks = 0.5;

    /// <summary>The same, and nats on top, where the other word is only searched besides.</summary>
    private const double DoubtfulLooks = 0.65;
    private const double DoubtfulNats = 2;

    /// <summary>Nats of an unknown word in Latin letters: among Russian ones it is rather a Russian one in other letters.</summary>
    private const double ForeignNats = 5;

    /// <summary>A word that merely sounds like another one costs no more than this, in hundredths of a typo.</summary>
    private const int SoundLimit = 90;

    /// <summary>After a find as close as this nobody looks for words that are farther away.</summary>
    private const int CloseEnough = 70;

    private static readonly SearchValues<char> PlainLetters = SearchValues.Create("абвгдежзийклмнопрстуфхцчшщъыьэюяabcdefghijklmnopqrstuvwxyz");

    private readonly WordBreaker _breaker = new(lexicon);

    /// <summary>Whether the word is of letters that typos are made in: not a code, not another script.</summary>
    public static bool IsPlain(ReadOnlySpan<char> word) => !word.ContainsAnyExcept(PlainLetters);

    /// <summary>Whether the word or a form of it is known.</summary>
    public bool Knows(ReadOnlySpan<char> word) => lexicon.Knows(word);

    /// <summary>Whether some text has the word in this form.</summary>
    public bool KnowsForm(ReadOnlySpan<char> word) => lexicon.FormFrequency(word) > 0;

    /// <summary>Nats of a known word.</summary>
    public double Rarity(ReadOnlySpan<char> word) => lexicon.Rarity(word);

    /// <summary>Nats of a word that is right and that nobody used yet: the less it looks like one, the more.</summary>
    public double Unknown(ReadOnlySpan<char> word) =>
        (SureLooks * lexicon.LooksLikeWord(word)) + (word.ContainsAnyInRange('a', 'z') ? ForeignNats : 0);

    /// <summary>What an unknown word may mean.</summary>
    /// <param name="word">Lower case, plain.</param>
    /// <param name="typoScale">How much its typos count, 0 to 1: transliteration makes some itself.</param>
    public Mending Mend(string word, double typoScale = 1)
    {
        if (mended is null)
        {
            return Weigh(word, typoScale);
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(mended, (word, typoScale), out var exists);
        return exists ? known : known = Weigh(word, typoScale);
    }

    /// <summary>The same over the same words, for one reader who meets them again: not thread-safe.</summary>
    public WordMender Remembering() => new(lexicon, []);

    private Mending Weigh(string word, double typoScale)
    {
        var looks = lexicon.LooksLikeWord(word);
        var sure = SureLooks * looks;
        var doubtful = DoubtfulNats + (DoubtfulLooks * looks);
        var scored = Near(word)
            .Select(found => (found.Text, Cost: (TypoNats * typoScale * found.Cost / 100) + lexicon.Rarity(found.Frequency)))
            .Where(found => found.Cost < doubtful)
            .OrderBy(found => found.Cost)
            .ThenBy(found => found.Text, StringComparer.Ordinal)
            .Take(MaxMeant)
            .ToImmutableArray();
        var best = scored.IsEmpty ? doubtful : scored[0].Cost;
        if (_breaker.Break(word, Math.Min(sure, best)) is var (text, cost))
        {
            return new Mending([new MeantWord(text, TypoWeight)], RepairKind.Spacing, cost, IsSure: true);
        }

        var top = best < sure ? TypoWeight : DoubtfulWeight;
        return new Mending(
            [
                .. scored.TakeWhile(found => found.Cost <= best + Spread)
                    .Select(found => new MeantWord(found.Text, top * Math.Exp((best - found.Cost) / SpreadScale))),
            ],
            RepairKind.Typo,
            Math.Min(best, sure),
            IsSure: best < sure);
    }

    /// <summary>Words that sound like this one; only if none is close, those with a typo, and only then with two.</summary>
    private ImmutableArray<NearWord> Near(string word)
    {
        var limit = LimitFor(word.Length);
        var most = word.Length switch { <= 3 => 0, <= 5 => 1, _ => 2 };
        for (var deletions = 0; deletions <= most; deletions++)
        {
            var near = lexicon.Near(word, deletions == 0 ? Math.Min(limit, SoundLimit) : limit, deletions);
            if (!near.IsEmpty && (deletions > 0 || near.Any(found => found.Cost <= CloseEnough)))
            {
                return near;
            }
        }

        return [];
    }

    /// <summary>What may be wrong with a word at most, in hundredths of a typo, by its length: short words are all near each other.</summary>
    private static int LimitFor(int length) => length switch
    {
        <= 2 => 0,
        3 => 50,
        4 => 110,
        5 => 120,
        <= 7 => 170,
        _ => 230,
    };
}

/// <summary>What an unknown word may mean.</summary>
/// <param name="Meant">Best first, with their weights; empty where nothing is near.</param>
/// <param name="Kind">What was wrong.</param>
/// <param name="Cost">Nats of the best, or of the word as it is where that is less.</param>
/// <param name="IsSure">Whether the best replaces the word; otherwise it is searched besides.</param>
internal readonly record struct Mending(ImmutableArray<MeantWord> Meant, RepairKind Kind, double Cost, bool IsSure);
