namespace Kb.Search.Analysis;

/// <summary>The first step of an analyzer: finds the words of a text.</summary>
/// <remarks>Implementations are immutable and safe to share between threads.</remarks>
public interface ITokenizer
{
    /// <summary>Hands every word to <paramref name="sink"/>, in the order of <see cref="Token.Position"/>. Any text is accepted.</summary>
    void Tokenize(ReadOnlySpan<char> text, ITokenSink sink);
}
