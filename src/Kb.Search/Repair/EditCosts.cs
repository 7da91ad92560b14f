namespace Kb.Search.Repair;

/// <summary>
/// What a slip of the pen or finger costs, in hundredths of an ordinary typo. Confusions that Russian spelling invites are cheap
/// («о» for «а» without stress, «шы», «тся» for «ться», a doubled letter), keys that touch are cheaper than keys that do not.
/// </summary>
/// <remarks>
/// The classes are those of school orthography and of error studies of Russian (RUSpellRU, Sorokin et al., "SpellRuEval", 2016);
/// the amounts were chosen on the development parts of public sets.
/// </remarks>
internal static class EditCosts
{
    /// <summary>A letter too many, too few, or another one.</summary>
    public const int Ordinary = 100;

    /// <summary>Two neighbours changed places.</summary>
    public const int Swap = 70;

    /// <summary>One of two equal letters was lost or a letter doubled.</summary>
    public const int Doubled = 40;

    /// <summary>A soft or hard sign was lost or put where none is.</summary>
    public const int Sign = 40;

    /// <summary>Surcharge of an error in the first letter: people rarely make it.</summary>
    public const int FirstLetter = 10;

    private const int Touching = 80;

    private static readonly byte[] Replacements = BuildReplacements();

    /// <summary>One letter typed for another, by their <see cref="Letters.Code"/>.</summary>
    public static int Replace(int typed, int meant) => Replacements[(typed * Letters.Count) + meant];

    /// <summary>A letter that only one of the words has.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="before">The letter before it in that word; 0 at the beginning.</param>
    public static int Extra(int letter, int before) =>
        letter == before ? Doubled
        : letter == SoftSign || letter == HardSign ? Sign
        : Ordinary;

    private static readonly int SoftSign = Letters.Code('ь');
    private static readonly int HardSign = Letters.Code('ъ');

    private static byte[] BuildReplacements()
    {
        var costs = new byte[Letters.Count * Letters.Count];
        Array.Fill(costs, (byte)Ordinary);
        foreach (var (one, other) in KeyboardLayout.Neighbours())
        {
            Set(costs, one, other, Touching);
        }

        foreach (var (pairs, cost) in Confusions)
        {
            foreach (var pair in pairs.Split(' '))
            {
                Set(costs, pair[0], pair[1], cost);
                Set(costs, pair[1], pair[0], cost);
            }
        }

        for (var letter = 0; letter < Letters.Count; letter++)
        {
            costs[(letter * Letters.Count) + letter] = 0;
        }

        return costs;
    }

    private static void Set(byte[] costs, char typed, char meant, int cost) =>
        costs[(Letters.Code(typed) * Letters.Count) + Letters.Code(meant)] = (byte)cost;

    private static (string Pairs, int Cost)[] Confusions =>
    [
        ("оа еи эе ыи йи", 40),
        ("яа яе яи юу ое", 50),
        ("бп вф гк дт зс жш шщ ьъ", 50),
        ("чщ чш цс гв сш ый еы", 65),
    ];
}
