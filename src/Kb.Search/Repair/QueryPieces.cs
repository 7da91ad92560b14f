using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Search.Query;

namespace Kb.Search.Repair;

/// <summary>Cuts a query at white space, because on the wrong layout punctuation is letters; sets aside what nobody may touch.</summary>
internal static partial class QueryPieces
{
    /// <summary>The pieces in order, without quoted text, addresses and pieces that hold no letter.</summary>
    public static ImmutableArray<TextSpan> Mendable(string text)
    {
        var pieces = ImmutableArray.CreateBuilder<TextSpan>();
        var quoted = text.AsSpan().IndexOfAny("\"«„“”") < 0 ? [] : Quoted().Matches(text).Select(match => new TextSpan(match.Index, match.Index + match.Length)).ToArray();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            var piece = new TextSpan(start, at);
            if (at > start && !quoted.Any(span => span.Start < piece.End && piece.Start < span.End) && IsMendable(text.AsSpan(start..at)))
            {
                pieces.Add(piece);
            }

            at++;
        }

        return pieces.DrainToImmutable();
    }

    private static bool IsMendable(ReadOnlySpan<char> piece)
    {
        foreach (var character in piece)
        {
            if (char.IsLetter(character))
            {
                return !IsAddress(piece) && !NamesLanguage(piece);
            }
        }

        return false;
    }

    /// <summary>«C#», «C++»: a Latin letter before such a sign is no Russian word in other letters.</summary>
    private static bool NamesLanguage(ReadOnlySpan<char> piece) => piece.IndexOfAny('#', '+') is > 0 and var sign && char.IsAsciiLetter(piece[sign - 1]);

    private static bool IsAddress(ReadOnlySpan<char> piece) => piece.ContainsAny('.', '@', ':') && Address().IsMatch(piece);

    /// <summary>Far more than the longest query needs: a machine that stands still for a moment must not turn a text into an error, in milliseconds.</summary>
    private const int Patience = 2_000;

    [GeneratedRegex("""«[^»]*»|„[^“”]*[“”]|“[^”]*”|["][^"]*\S[^"]*["]""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Patience)]
    private static partial Regex Quoted();

    // «k.,jq» is «любой»: a dot makes an address only before a name that addresses end in.
    [GeneratedRegex(
        """://|^www\.|^[^\s@]+@[^\s@]+\.[^\s@]+$|^[\w-]+(\.[\w-]+)*\.(ru|рф|su|com|org|net|io|dev|edu|gov|info|app|pro|school|online|pdf|docx?|xlsx?|pptx?|zip|png|jpe?g|mp[34])([/:?#]\S*)?[.,!?;:)]*$""",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: Patience)]
    private static partial Regex Address();
}
