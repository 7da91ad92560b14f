namespace Kb.Search.Analysis;

/// <summary>
/// The word on its way through an <see cref="Analyzer"/>: its term can still be changed, its place cannot.
/// One buffer serves a whole text, so that a word costs no allocation until somebody keeps it.
/// </summary>
/// <remarks>Not thread-safe; valid only during the call that hands it over.</remarks>
public sealed class TermBuffer
{
    /// <summary>Longest term, in UTF-16 characters; what is beyond is cut. No word of a language is longer, garbage is.</summary>
    public const int MaxLength = 128;

    private readonly char[] _characters = new char[MaxLength];
    private bool _full;

    /// <summary>The term as it is now.</summary>
    public ReadOnlySpan<char> Term => _characters.AsSpan(0, Length);

    /// <summary>The same characters for rewriting one by one.</summary>
    public Span<char> Characters => _characters.AsSpan(0, Length);

    /// <summary>Length of the term.</summary>
    public int Length { get; private set; }

    /// <inheritdoc cref="Token.Start"/>
    public int Start { get; private set; }

    /// <inheritdoc cref="Token.End"/>
    public int End { get; private set; }

    /// <inheritdoc cref="Token.Position"/>
    public int Position { get; private set; }

    /// <summary>Begins the next word with an empty term.</summary>
    public void Begin(int start, int end, int position)
    {
        (Start, End, Position, Length, _full) = (start, end, position, 0, false);
    }

    /// <summary>Adds characters that belong together (the halves of a pair, a run of letters), unless the term has no room for them all.</summary>
    public void Append(ReadOnlySpan<char> characters)
    {
        _full |= Length + characters.Length > MaxLength;
        if (_full)
        {
            return; // Also refuses what would still fit: a term is a prefix of the word, never a word with holes.
        }

        characters.CopyTo(_characters.AsSpan(Length));
        Length += characters.Length;
    }

    /// <summary>Keeps only the first <paramref name="length"/> characters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The term is not that long.</exception>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length);
        Length = length;
    }

    /// <summary>The word as a value that may be kept.</summary>
    public Token ToToken() => new(Term.ToString(), Start, End, Position);
}
