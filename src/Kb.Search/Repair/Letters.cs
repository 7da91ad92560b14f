namespace Kb.Search.Repair;

/// <summary>Letters as small numbers, for keys and tables: 0 for none, Russian from 1, Latin after it, one for all digits, one for all others.</summary>
internal static class Letters
{
    public const int Count = 64;

    public const int S = 'с' - 'а' + 1;
    public const int T = 'т' - 'а' + 1;
    public const int Ts = 'ц' - 'а' + 1;
    public const int Ch = 'ч' - 'а' + 1;
    public const int Sh = 'ш' - 'а' + 1;

    private const int FirstLatin = 'я' - 'а' + 2;
    private const int Digit = FirstLatin + 26;
    private const int Other = Digit + 1;

    /// <summary>The number of a lower-case letter; below <see cref="Count"/>.</summary>
    public static int Code(char letter) => letter switch
    {
        '\0' => 0,
        >= 'а' and <= 'я' => letter - 'а' + 1,
        'ё' => 'е' - 'а' + 1,
        >= 'a' and <= 'z' => letter - 'a' + FirstLatin,
        >= '0' and <= '9' => Digit,
        _ => Other,
    };
}
