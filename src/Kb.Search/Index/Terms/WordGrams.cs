using Kb.Search.Analysis;

namespace Kb.Search.Index.Terms;

/// <summary>The runs of four letters of one word, in order. Halves of surrogate pairs are no characters: runs that would begin or end with one are left out.</summary>
internal ref struct WordGrams
{
    /// <summary>Letters of a run, with the signs for the beginning and the end of the word. A shorter word is one run.</summary>
    public const int Size = 4;

    /// <summary>Room that a frame needs.</summary>
    public const int FrameLength = TermBuffer.MaxLength + 2;

    private const char WordBegins = '^';
    private const char WordEnds = '$';

    private readonly ReadOnlySpan<char> _framed;
    private int _at = -1;

    /// <param name="word">The word.</param>
    /// <param name="frame">At least <see cref="FrameLength"/> characters; in use as long as the runs are.</param>
    public WordGrams(ReadOnlySpan<char> word, Span<char> frame)
    {
        frame[0] = WordBegins;
        word.CopyTo(frame[1..]);
        frame[word.Length + 1] = WordEnds;
        _framed = frame[..(word.Length + 2)];
    }

    /// <summary>The current run.</summary>
    public readonly ReadOnlySpan<char> Current => _framed[_at..Math.Min(_at + Size, _framed.Length)];

    /// <summary>For <c>foreach</c>.</summary>
    public readonly WordGrams GetEnumerator() => this;

    /// <summary>Moves to the next run.</summary>
    public bool MoveNext()
    {
        while (++_at == 0 || _at + Size <= _framed.Length)
        {
            if (!char.IsLowSurrogate(_framed[_at]) && !char.IsHighSurrogate(Current[^1]))
            {
                return true;
            }
        }

        return false;
    }
}
