using Kb.Search.Index.Terms;

namespace Kb.Search.Repair;

/// <summary>
/// How much a string looks like a Russian word, whatever it means: probabilities of letters after the two before them, learned from the
/// words of a vocabulary. A right word that nobody used yet looks like one; most typos do not. Immutable, thread-safe.
/// </summary>
/// <remarks>Trigrams interpolated with bigrams and single letters (Jelinek, Mercer, 1980).</remarks>
internal sealed class LetterModel
{
    /// <summary>Nats of a letter of another script: about what a letter costs in a language that one knows.</summary>
    private const double OtherLetter = 2.5;

    /// <summary>Russian letters from 1, the border of a word 0.</summary>
    private const int Count = 33;

    /// <summary>How many observations the shorter context is worth.</summary>
    private const double Prior = 10;

    private readonly float[] _nats;

    private LetterModel(float[] nats) => _nats = nats;

    /// <summary>Bytes that the table takes.</summary>
    public static long Bytes => Count * Count * Count * sizeof(float);

    public static LetterModel Learn(TermTable words)
    {
        var threes = new int[Count * Count * Count];
        for (var word = 0; word < words.Count; word++)
        {
            var (first, second) = (0, 0);
            foreach (var letter in words[word])
            {
                var third = Number(letter);
                if (third < 0)
                {
                    (first, second) = (0, 0);
                    continue;
                }

                threes[Place(first, second, third)]++;
                (first, second) = (second, third);
            }

            threes[Place(first, second, 0)]++;
        }

        return new LetterModel(Smooth(threes));
    }

    /// <summary>−ln of the probability of the word among strings of any length.</summary>
    public double Nats(ReadOnlySpan<char> word)
    {
        var nats = 0.0;
        var (first, second) = (0, 0);
        foreach (var letter in word)
        {
            var third = Number(letter);
            if (third < 0)
            {
                nats += OtherLetter;
                (first, second) = (0, 0);
                continue;
            }

            nats += _nats[Place(first, second, third)];
            (first, second) = (second, third);
        }

        return second == 0 ? nats : nats + _nats[Place(first, second, 0)];
    }

    private static float[] Smooth(int[] threes)
    {
        var twos = new double[Count * Count];
        var ones = new double[Count];
        for (var place = 0; place < threes.Length; place++)
        {
            twos[place % twos.Length] += threes[place];
            ones[place % Count] += threes[place];
        }

        var all = ones.Sum();
        var nats = new float[threes.Length];
        for (var second = 0; second < Count; second++)
        {
            var afterSecond = twos.AsSpan(second * Count, Count).ToArray().Sum();
            for (var first = 0; first < Count; first++)
            {
                var start = Place(first, second, 0);
                var afterBoth = threes.AsSpan(start, Count).ToArray().Sum();
                for (var third = 0; third < Count; third++)
                {
                    var one = (ones[third] + 1) / (all + Count);
                    var two = (twos[(second * Count) + third] + (Prior * one)) / (afterSecond + Prior);
                    var three = (threes[start + third] + (Prior * two)) / (afterBoth + Prior);
                    nats[start + third] = (float)-Math.Log(three);
                }
            }
        }

        return nats;
    }

    private static int Number(char letter) => letter is >= 'а' and <= 'я' ? letter - 'а' + 1 : -1;

    private static int Place(int first, int second, int third) => (((first * Count) + second) * Count) + third;
}
