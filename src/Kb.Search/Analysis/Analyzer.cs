using System.Collections.Immutable;

namespace Kb.Search.Analysis;

/// <summary>A tokenizer and its filters, in order. Immutable; safe to share between threads.</summary>
public sealed class Analyzer
{
    private readonly ITokenizer _tokenizer;
    private readonly ImmutableArray<ITokenFilter> _filters;

    private Analyzer(ITokenizer tokenizer, ImmutableArray<ITokenFilter> filters)
    {
        _tokenizer = tokenizer;
        _filters = filters;
    }

    /// <summary>An analyzer that only finds words.</summary>
    public static Analyzer From(ITokenizer tokenizer) => new(tokenizer, []);

    /// <summary>This analyzer with one more step at the end.</summary>
    public Analyzer With(ITokenFilter filter) => new(_tokenizer, _filters.Add(filter));

    /// <summary>The words of a text as values. Any text is accepted; one without words gives none.</summary>
    public ImmutableArray<Token> Analyze(ReadOnlySpan<char> text)
    {
        var tokens = new TokenList();
        Analyze(text, tokens);
        return tokens.ToImmutable();
    }

    /// <summary>Hands the words of a text to <paramref name="sink"/> without allocating per word.</summary>
    public void Analyze(ReadOnlySpan<char> text, ITokenSink sink) =>
        _tokenizer.Tokenize(text, new FilterChain(_filters, sink));

    private sealed class FilterChain(ImmutableArray<ITokenFilter> filters, ITokenSink sink) : ITokenSink
    {
        public void Accept(TermBuffer word)
        {
            foreach (var filter in filters)
            {
                if (!filter.Keep(word))
                {
                    return;
                }
            }

            if (word.Length > 0)
            {
                sink.Accept(word);
            }
        }
    }

    private sealed class TokenList : ITokenSink
    {
        private readonly ImmutableArray<Token>.Builder _tokens = ImmutableArray.CreateBuilder<Token>();

        public void Accept(TermBuffer word) => _tokens.Add(word.ToToken());

        public ImmutableArray<Token> ToImmutable() => _tokens.DrainToImmutable();
    }
}
