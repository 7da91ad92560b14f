using Kb.Search.Analysis;

namespace Kb.Search.Passages;

/// <summary>A word of a text that matches.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Word">What it says.</param>
internal readonly record struct PassageMatch(int Start, int End, PassageWord Word);

/// <summary>Picks the matching words of a text, sentence by sentence. Words that do not match cost no allocation: most of a text does not.</summary>
internal sealed class MatchCollector(Dictionary<string, PassageWord> words) : ITokenSink
{
    private readonly Dictionary<string, PassageWord>.AlternateLookup<ReadOnlySpan<char>> _words = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What was found, in the order of the text.</summary>
    public List<PassageMatch> Matches { get; } = [];

    /// <summary>Where the sentence that is read now begins in the text.</summary>
    public int Offset { get; set; }

    /// <inheritdoc/>
    public void Accept(TermBuffer word)
    {
        if (_words.TryGetValue(word.Term, out var found))
        {
            Matches.Add(new PassageMatch(Offset + word.Start, Offset + word.End, found));
        }
    }
}
