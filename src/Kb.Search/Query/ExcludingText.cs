using System.Collections.Immutable;
using System.Text;

namespace Kb.Search.Query;

/// <summary>What people write with a minus before it («возврат -компания»): words that a document must not have.</summary>
/// <param name="Text">What is left to look for.</param>
/// <param name="Excluded">The words without their minus, in order.</param>
public readonly record struct ExcludingText(string Text, ImmutableArray<string> Excluded)
{
    /// <summary>One letter is an option of a program («pip install -r»), not a word that somebody minds.</summary>
    private const int ShortestWord = 2;

    private const string Quotes = "\"«»„“”";

    /// <summary>
    /// Reads a query. A minus says so only before a letter and at the beginning of a word: not in «онлайн-курс», not alone as a dash, not in
    /// «-20 %», not within quotation marks.
    /// </summary>
    public static ExcludingText Of(string query)
    {
        if (query.AsSpan().IndexOfAny('-', '−') < 0)
        {
            return new ExcludingText(query, []);
        }

        var text = new StringBuilder(query.Length);
        var excluded = ImmutableArray.CreateBuilder<string>();
        var isQuoted = false;
        for (var at = 0; at < query.Length;)
        {
            isQuoted ^= Quotes.Contains(query[at], StringComparison.Ordinal);
            var end = isQuoted ? at : EndOfExcluded(query, at);
            if (end - at > ShortestWord)
            {
                excluded.Add(query[(at + 1)..end]);
                at = end;
            }
            else
            {
                text.Append(query[at++]);
            }
        }

        return new ExcludingText(text.ToString().Trim(), excluded.DrainToImmutable());
    }

    /// <summary>Behind the word that the minus here excludes; here if it excludes none.</summary>
    private static int EndOfExcluded(string query, int at)
    {
        if (query[at] is not ('-' or '−') || (at > 0 && !char.IsWhiteSpace(query[at - 1])) || at + 1 == query.Length || !char.IsLetter(query[at + 1]))
        {
            return at;
        }

        var end = at + 1;
        while (end < query.Length && !char.IsWhiteSpace(query[end]))
        {
            end++;
        }

        return end;
    }
}
