using System.Collections.Immutable;
using Kb.Search.Analysis;

namespace Kb.Search.Query;

/// <summary>Words in quotation marks: whoever uses them means these words, in this form and order.</summary>
/// <param name="Written">As it stands in the query, without the marks.</param>
/// <param name="Words">Normalised words, stop words too; at least one.</param>
internal sealed record QuotedPhrase(string Written, ImmutableArray<string> Words)
{
    private const string Opening = "\"«„“”";
    private const string Closing = "\"»“”";

    /// <summary>The phrases of a query, in order. A mark without its pair is a mark like any other.</summary>
    public static ImmutableArray<QuotedPhrase> Of(Analyzer words, ReadOnlySpan<char> query)
    {
        var phrases = ImmutableArray.CreateBuilder<QuotedPhrase>();
        for (var rest = query; rest.IndexOfAny(Opening) is >= 0 and var opens;)
        {
            rest = rest[(opens + 1)..];
            var closes = rest.IndexOfAny(Closing);
            if (closes < 0)
            {
                break;
            }

            var read = PhraseReader.Read(words, rest[..closes]);
            if (!read.IsEmpty)
            {
                phrases.Add(new QuotedPhrase(rest[..closes].Trim().ToString(), read));
            }

            rest = rest[(closes + 1)..];
        }

        return phrases.DrainToImmutable();
    }

    /// <summary>Whether a text has the phrase.</summary>
    public bool IsIn(string text, Analyzer words) => PhraseReader.Contains(words, text, Words);
}
