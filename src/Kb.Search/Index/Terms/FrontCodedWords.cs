namespace Kb.Search.Index.Terms;

/// <summary>
/// Sorted words, each as one character that says how many letters it shares with the word before and how many follow, and those that follow. A cursor: no allocation.
/// </summary>
internal ref struct FrontCodedWords(ReadOnlySpan<int> surfaces, ReadOnlySpan<char> text, Span<char> room)
{
    private const int LengthBits = 8;

    private readonly ReadOnlySpan<int> _surfaces = surfaces;
    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _room = room;
    private int _next;
    private int _at;

    /// <summary>Number of the current word in its vocabulary.</summary>
    public int Surface { get; private set; }

    /// <summary>How many of its letters are those of the word before.</summary>
    public int Shared { get; private set; }

    /// <summary>The letters of the current word. Valid until the next.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    /// <summary>Moves to the next word.</summary>
    public bool MoveNext()
    {
        if (_next == _surfaces.Length)
        {
            return false;
        }

        var header = _text[_at++];
        var rest = header & ((1 << LengthBits) - 1);
        Shared = header >> LengthBits;
        _text.Slice(_at, rest).CopyTo(_room[Shared..]);
        _at += rest;
        Surface = _surfaces[_next++];
        Word = _room[..(Shared + rest)];
        return true;
    }

    /// <summary>Appends sorted words, each shorter than 256 characters.</summary>
    public static void Write(List<char> text, TermTable terms, ReadOnlySpan<int> sorted)
    {
        ReadOnlySpan<char> last = [];
        foreach (var term in sorted)
        {
            var word = terms[term];
            var shared = word.CommonPrefixLength(last);
            text.Add((char)((shared << LengthBits) | (word.Length - shared)));
            foreach (var letter in word[shared..])
            {
                text.Add(letter);
            }

            last = word;
        }
    }
}
