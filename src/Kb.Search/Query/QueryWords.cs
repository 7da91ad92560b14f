using System.Collections.Immutable;
using Kb.Search.Analysis;
using Kb.Search.Index;
using Kb.Search.Index.Terms;
using Kb.Search.Repair;

namespace Kb.Search.Query;

/// <summary>A word of a query.</summary>
/// <param name="Written">As it stands in the query.</param>
/// <param name="Surface">Normalised.</param>
/// <param name="Stem">What documents are found by; empty for a word that nobody searches for.</param>
/// <param name="Position">As in <see cref="Token.Position"/>; alternatives share that of the word they stand for.</param>
/// <param name="Weight">In (0, 1]: below 1 for a word that was not typed but may be meant.</param>
/// <param name="IsAlternative">Whether it may stand there besides another word.</param>
internal readonly record struct QueryWord(string Written, string Surface, string Stem, int Position, double Weight, bool IsAlternative);

/// <summary>Reads a query the way the index read its documents. Nothing in it is an operator: quotes, stars and «AND» are just text.</summary>
internal static class QueryWords
{
    /// <summary>All words, in order; then what else may be meant in their places.</summary>
    public static ImmutableArray<QueryWord> Read(IndexOptions options, RepairedQuery query)
    {
        var stemmer = new Stemmer(options.Stemming);
        var words = ImmutableArray.CreateBuilder<QueryWord>();
        var tokens = options.Words.Analyze(query.Text);
        foreach (var token in tokens)
        {
            Add(token, token.Position, new TextSpan(token.Start, token.End), WeightAt(query, token), isAlternative: false);
        }

        foreach (var alternative in query.Alternatives)
        {
            var first = tokens.FirstOrDefault(token => token.Start >= alternative.Place.Start).Position;
            foreach (var token in options.Words.Analyze(alternative.Text))
            {
                Add(token, first, alternative.Place, alternative.Weight, isAlternative: true);
            }
        }

        return words.DrainToImmutable();

        void Add(Token token, int position, TextSpan place, double weight, bool isAlternative) =>
            words.Add(new QueryWord(query.Text[place.Start..place.End], token.Term, stemmer.Stem(token.Term).ToString(), position, weight, isAlternative));
    }

    /// <summary>A repaired word is worth as much as the repair is sure.</summary>
    private static double WeightAt(RepairedQuery query, Token token)
    {
        foreach (var change in query.Changes)
        {
            if (token.Start < change.Place.End && change.Place.Start < token.End)
            {
                return change.Weight;
            }
        }

        return 1;
    }
}
