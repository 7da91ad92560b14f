using System.Text.RegularExpressions;

namespace Kb.Desk.Searches;

/// <summary>A query as it may be kept: nobody can be told by it. Pure.</summary>
public static partial class MaskedQuery
{
    private const int MaxLength = 200;
    private const int LeastLetters = 3;

    /// <summary>The query in lower case and one line, with addresses and long numbers masked; null when too little is left to mean anything.</summary>
    public static string? Of(string typed)
    {
        var plain = White().Replace(typed.Normalize().ToLowerInvariant(), " ").Trim();
        var masked = Number().Replace(Email().Replace(plain, "[почта]"), "[номер]");
        var own = masked.Replace("[почта]", "", StringComparison.Ordinal).Replace("[номер]", "", StringComparison.Ordinal);
        return own.Count(char.IsLetter) < LeastLetters ? null
            : masked.Length <= MaxLength ? masked
            : masked[..MaxLength].TrimEnd();
    }

    [GeneratedRegex(@"[\s\p{Cc}\p{Cf}\p{Cs}]+")]
    private static partial Regex White();

    [GeneratedRegex(@"[^\s@<>,;]+@[^\s@<>,;]+")]
    private static partial Regex Email();

    // Telephones, cards, orders: five digits or more, however they are grouped.
    [GeneratedRegex(@"\+?\d(?:[\s().\-–]{0,3}\d){4,}")]
    private static partial Regex Number();
}
