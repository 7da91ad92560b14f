namespace Kb.Search.Repair;

/// <summary>
/// The beginning of a word with everything folded that Russian writers confuse: vowels without stress, voiced and voiceless consonants,
/// the soft sign, doubled letters, «тс» and «ц», «сч» and «щ». Words of one key may be one word; whether they are, the weighted distance says.
/// </summary>
/// <remarks>
/// Coarser than <see cref="SoundKey"/>, which decides by itself: this one only brings candidates together. Keys are packed, six bits a letter,
/// the first letter lowest, so that a letter is removed by two shifts.
/// </remarks>
internal readonly record struct SpellingKey(ulong Packed, int Length)
{
    /// <summary>Letters of a key; the rest of the word is compared, not indexed.</summary>
    public const int MaxLength = 7;

    private const int Bits = 6;

    /// <summary>The key of a word: lower case, «ё» written as «е».</summary>
    public static SpellingKey Of(ReadOnlySpan<char> word)
    {
        Span<int> sounds = stackalloc int[MaxLength];
        var length = Hear(word, sounds);
        var packed = 0UL;
        for (var i = 0; i < length; i++)
        {
            packed |= (ulong)sounds[i] << (Bits * i);
        }

        return new SpellingKey(packed, length);
    }

    /// <summary>Writes the folded letters of a word, as many as there is room for.</summary>
    /// <returns>How many were written.</returns>
    public static int Hear(ReadOnlySpan<char> word, Span<int> sounds)
    {
        var length = 0;
        foreach (var character in word)
        {
            var letter = Letters.Code(Fold(character));
            if (letter == 0 || (length > 0 && Merge(ref sounds[length - 1], letter)))
            {
                continue;
            }

            if (length == sounds.Length)
            {
                break;
            }

            sounds[length++] = letter;
        }

        return length;
    }

    /// <summary>The key without one of its letters.</summary>
    public SpellingKey Without(int at)
    {
        var before = (1UL << (Bits * at)) - 1;
        return new SpellingKey((Packed & before) | ((Packed >> Bits) & ~before), Length - 1);
    }

    /// <summary>Appends this key and those that are left after removing up to <paramref name="deletions"/> letters; some may come twice.</summary>
    public int Shorten(int deletions, Span<ulong> into)
    {
        into[0] = Packed;
        var count = 1;
        for (var first = 0; deletions > 0 && Length > 1 && first < Length; first++)
        {
            var once = Without(first);
            into[count++] = once.Packed;
            // The second letter to go always lies after the first, so that no pair is taken twice.
            for (var second = first; deletions > 1 && once.Length > 1 && second < once.Length; second++)
            {
                into[count++] = once.Without(second).Packed;
            }
        }

        return count;
    }

    /// <summary>1 + 7 + 21: what <see cref="Shorten"/> writes at most.</summary>
    public const int MaxShortened = 1 + MaxLength + (MaxLength * (MaxLength - 1) / 2);

    private static bool Merge(ref int last, int letter)
    {
        if (last == letter)
        {
            return true;
        }

        if (last == Letters.T && letter is (Letters.S or Letters.Ts))
        {
            last = Letters.Ts;
            return true;
        }

        if (last == Letters.S && letter == Letters.Ch)
        {
            last = Letters.Sh;
            return true;
        }

        return false;
    }

    /// <summary>The letter that stands for all that sound like it; none for a sign.</summary>
    public static char Fold(char letter) => letter switch
    {
        'ь' or 'ъ' or '\'' or '-' => '\0',
        'о' or 'я' => 'а',
        'е' or 'э' or 'ы' or 'й' => 'и',
        'ю' => 'у',
        'б' => 'п',
        'в' => 'ф',
        'г' => 'к',
        'д' => 'т',
        'з' => 'с',
        'ж' or 'щ' => 'ш',
        _ => letter,
    };
}
