using System.Collections.Immutable;

namespace Kb.Search.Repair;

/// <summary>A known word that somebody may have meant.</summary>
/// <param name="Text">The word, in the form that costs least.</param>
/// <param name="StemLength">How many of its letters are its stem.</param>
/// <param name="Cost">Typos between it and what was typed, in hundredths.</param>
/// <param name="Frequency">Documents that have it in some form.</param>
internal readonly record struct NearWord(string Text, int StemLength, int Cost, int Frequency)
{
    public ReadOnlySpan<char> Stem => Text.AsSpan(0, StemLength);
}

/// <summary>Collects the words near a typed one, one for each stem. Not thread-safe.</summary>
/// <param name="limit">Most that a word may cost, in hundredths of a typo.</param>
internal sealed class NearWords(int limit)
{
    /// <summary>A word that costs so much more than the cheapest is not what was meant, however frequent.</summary>
    private const int Spread = 90;

    private readonly List<NearWord> _words = [];
    private int _least = int.MaxValue - Spread;

    /// <summary>What a word may cost at most to be of interest now.</summary>
    public int Limit => Math.Min(limit, _least + Spread);

    public bool IsEmpty => _words.Count == 0;

    /// <summary>Takes a word that costs no more than <see cref="Limit"/>.</summary>
    public void Offer(ReadOnlySpan<char> word, int stemLength, int cost, int frequency)
    {
        _least = Math.Min(_least, cost);
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i].Stem.SequenceEqual(word[..stemLength]))
            {
                if (cost < _words[i].Cost)
                {
                    _words[i] = new NearWord(word.ToString(), stemLength, cost, frequency);
                }

                return;
            }
        }

        _words.Add(new NearWord(word.ToString(), stemLength, cost, frequency));
    }

    /// <summary>What was found and is still of interest.</summary>
    public ImmutableArray<NearWord> ToImmutable() => [.. _words.Where(word => word.Cost <= Limit)];
}
