using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Index.Terms;

namespace Kb.Search.Query;

/// <summary>A word of a query.</summary>
/// <param name="Written">As it stands in the query.</param>
/// <param name="Surface">Normalised.</param>
/// <param name="Stem">What documents are found by; empty for a word that nobody searches for.</param>
/// <param name="Position">As in <see cref="Analysis.Token.Position"/>.</param>
internal readonly record struct QueryWord(string Written, string Surface, string Stem, int Position);

/// <summary>Reads a query the way the index read its documents. Nothing in it is an operator: quotes, stars and «AND» are just text.</summary>
internal static class QueryWords
{
    /// <summary>All words, in order.</summary>
    public static ImmutableArray<QueryWord> Read(IndexOptions options, string text)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, SearchQuery.MaxTextLength));
        var stemmer = new Stemmer(options.Stemming);
        var words = ImmutableArray.CreateBuilder<QueryWord>();
        foreach (var token in options.Words.Analyze(read))
        {
            words.Add(new QueryWord(read[token.Start..token.End].ToString(), token.Term, stemmer.Stem(token.Term).ToString(), token.Position));
        }

        return words.DrainToImmutable();
    }
}
