using System.Collections.Immutable;
using Kb.Search.Analysis;

namespace Kb.Search.Query;

/// <summary>Picks the words of a text that match a query. Words that do not match cost no allocation: most of a text does not.</summary>
internal sealed class MatchCollector : ITokenSink
{
    private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> _worth;
    private readonly ImmutableArray<Token>.Builder _matches = ImmutableArray.CreateBuilder<Token>();

    private MatchCollector(Dictionary<string, double> worth)
    {
        _worth = worth.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words whose terms are keys of <paramref name="worth"/>, in the order of the text.</summary>
    public static ImmutableArray<Token> Collect(ReadOnlySpan<char> text, Analyzer analyzer, Dictionary<string, double> worth)
    {
        var collector = new MatchCollector(worth);
        analyzer.Analyze(text, collector);
        return collector._matches.DrainToImmutable();
    }

    /// <inheritdoc/>
    public void Accept(TermBuffer word)
    {
        if (_worth.ContainsKey(word.Term))
        {
            _matches.Add(word.ToToken());
        }
    }
}
