using System.Collections.Immutable;
using Kb.Search.Analysis;

namespace Kb.Search.Index.Terms;

/// <summary>The steps from a surface form to what it is found by.</summary>
/// <remarks>Not thread-safe: it has one buffer.</remarks>
internal sealed class Stemmer(ImmutableArray<ITokenFilter> steps)
{
    private readonly TermBuffer _word = new();

    /// <summary>The stem, or nothing where a step drops the word. Valid until the next call.</summary>
    public ReadOnlySpan<char> Stem(ReadOnlySpan<char> surface)
    {
        _word.Begin(0, surface.Length, 0);
        _word.Append(surface);
        foreach (var step in steps)
        {
            if (!step.Keep(_word))
            {
                return [];
            }
        }

        return _word.Term;
    }
}
