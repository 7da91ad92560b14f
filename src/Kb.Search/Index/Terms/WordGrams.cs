using Kb.Search.Analysis;

namespace Kb.Search.Index.Terms;

/// <summary>
/// The runs of letters of one word: first its beginning («^курс», four letters and the sign, only of words that have four), then every run of four, the signs
/// for the beginning and the end of the word among them («^кур», «курс», «урс$»; a shorter word is one run).
/// </summary>
/// <remarks>Halves of surrogate pairs are no characters: runs that would begin or end with one are left out.</remarks>
internal ref struct WordGrams
{
    /// <summary>Characters of a run; the beginning has one more.</summary>
    public const int Size = 4;

    /// <summary>Room that a frame needs.</summary>
    public const int FrameLength = TermBuffer.MaxLength + 2;

    private const char WordBegins = '^';
    private const char WordEnds = '$';

    private const int BeforeBeginning = -2;
    private const int Beginning = -1;

    private readonly ReadOnlySpan<char> _framed;
    private int _at = BeforeBeginning;

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
    public readonly ReadOnlySpan<char> Current => _at == Beginning ? _framed[..(Size + 1)] : _framed[_at..Math.Min(_at + Size, _framed.Length)];

    /// <summary>For <c>foreach</c>.</summary>
    public readonly WordGrams GetEnumerator() => this;

    /// <summary>Moves to the next run.</summary>
    public bool MoveNext()
    {
        while (++_at <= 0 || _at + Size <= _framed.Length)
        {
            var exists = _at != Beginning || _framed.Length >= Size + 2;
            if (exists && !char.IsLowSurrogate(Current[0]) && !char.IsHighSurrogate(Current[^1]))
            {
                return true;
            }
        }

        return false;
    }
}
