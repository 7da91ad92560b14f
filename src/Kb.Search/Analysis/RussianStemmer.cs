namespace Kb.Search.Analysis;

/// <summary>
/// The Snowball stemmer for Russian (M. F. Porter, "Russian stemming algorithm", snowballstem.org/algorithms/russian/stemmer.html),
/// written from that description. A stem is always a beginning of the word, so it is returned as a slice.
/// </summary>
/// <remarks>Pure; expects lower case with «ё» already written as «е». Anything else passes through or loses only Russian endings.</remarks>
public static class RussianStemmer
{
    private const string Vowels = "аеиоуыэюя";

    /// <summary>Cuts the endings off.</summary>
    public static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word)
    {
        var (rv, r2) = MarkRegions(word);
        var end = CutInflection(word, rv);
        if (end > rv && word[end - 1] == 'и')
        {
            end--;
        }

        end = CutDerivation(word, rv, r2, end);
        return word[..TidyUp(word, rv, end)];
    }

    /// <summary>RV begins after the first vowel; R2 after the second vowel-then-consonant. Endings are cut inside RV only.</summary>
    private static (int Rv, int R2) MarkRegions(ReadOnlySpan<char> word)
    {
        var rv = After(word, 0, vowel: true);
        var r1 = After(word, rv, vowel: false);
        var r2 = After(word, After(word, r1, vowel: true), vowel: false);
        return (rv, r2);
    }

    /// <summary>The index after the next vowel (or non-vowel) from <paramref name="from"/> on; the word's length if there is none.</summary>
    private static int After(ReadOnlySpan<char> word, int from, bool vowel)
    {
        for (var i = from; i < word.Length; i++)
        {
            if (Vowels.Contains(word[i], StringComparison.Ordinal) == vowel)
            {
                return i + 1;
            }
        }

        return word.Length;
    }

    private static int CutInflection(ReadOnlySpan<char> word, int rv)
    {
        var end = word.Length;
        if (RussianEndings.PerfectiveGerund.TryCut(word, rv, ref end))
        {
            return end;
        }

        RussianEndings.Reflexive.TryCut(word, rv, ref end);
        if (RussianEndings.Adjective.TryCut(word, rv, ref end))
        {
            RussianEndings.Participle.TryCut(word, rv, ref end);
            return end;
        }

        _ = RussianEndings.Verb.TryCut(word, rv, ref end) || RussianEndings.Noun.TryCut(word, rv, ref end);
        return end;
    }

    private static int CutDerivation(ReadOnlySpan<char> word, int rv, int r2, int end)
    {
        var cut = end;
        return RussianEndings.Derivational.TryCut(word, rv, ref cut) && cut >= r2 ? cut : end;
    }

    private static int TidyUp(ReadOnlySpan<char> word, int rv, int end)
    {
        if (RussianEndings.Superlative.TryCut(word, rv, ref end))
        {
            return UndoubleN(word, rv, end);
        }

        return end > rv && word[end - 1] == 'ь' ? end - 1 : UndoubleN(word, rv, end);
    }

    private static int UndoubleN(ReadOnlySpan<char> word, int rv, int end) =>
        end - 1 > rv && word[end - 1] == 'н' && word[end - 2] == 'н' ? end - 1 : end;
}
