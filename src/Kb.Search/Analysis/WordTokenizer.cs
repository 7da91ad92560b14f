namespace Kb.Search.Analysis;

/// <summary>
/// Finds words: runs of letters and digits of any script. A compound («онлайн-курс», «O'Reilly», «a_b», «mail@school.ru», «v2.1»)
/// gives itself whole and then each of its parts, so that the exact form can win and a part can still find it.
/// </summary>
/// <remarks>
/// Terms come out composed (и + U+0306 = й), without stress marks, soft hyphens and other invisible characters, and with full-width
/// letters made narrow, while offsets keep pointing into the original. Emoji and lone surrogates separate words. Linear in the length of the text.
/// </remarks>
public sealed class WordTokenizer : ITokenizer
{
    /// <summary>A longer chain is garbage or a path: it is cut into compounds of at most this many parts.</summary>
    private const int MaxParts = 8;

    /// <inheritdoc/>
    public void Tokenize(ReadOnlySpan<char> text, ITokenSink sink)
    {
        var word = new TermBuffer();
        Span<Extent> parts = stackalloc Extent[MaxParts];
        var at = 0;
        var position = 0;
        while (FindWord(text, ref at) is { Length: > 0 } first)
        {
            parts[0] = first;
            var count = 1;
            while (count < MaxParts && JoinsNext(text, parts[count - 1].End))
            {
                at = parts[count - 1].End + 1;
                parts[count++] = FindWord(text, ref at);
            }

            if (count > 1)
            {
                Emit(text, new Extent(first.Start, parts[count - 1].End), position, word, sink);
            }

            foreach (var part in parts[..count])
            {
                Emit(text, part, position++, word, sink);
            }
        }
    }

    private static Extent FindWord(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && WordCharacter.Classify(text, at, out var width) != CharacterClass.Word)
        {
            at += width;
        }

        var start = at;
        var end = at;
        while (at < text.Length)
        {
            var found = WordCharacter.Classify(text, at, out var width);
            if (found == CharacterClass.Separator)
            {
                break;
            }

            at += width;
            if (found != CharacterClass.Invisible)
            {
                end = at; // Invisible characters belong to a word only when it goes on after them.
            }
        }

        return new Extent(start, end);
    }

    private static bool JoinsNext(ReadOnlySpan<char> text, int at)
    {
        return at + 1 < text.Length
            && text[at] switch
            {
                '-' or '\u2010' or '\u2011' or '_' or '\'' or '\u2019' or '\u02BC' => true,
                // Only inside Latin and numbers: people forget the space after a full stop («не открылось.что делать»).
                '.' or '@' => char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at + 1]),
                _ => false,
            }
            && WordCharacter.Classify(text, at + 1, out _) == CharacterClass.Word;
    }

    private static void Emit(ReadOnlySpan<char> text, Extent extent, int position, TermBuffer word, ITokenSink sink)
    {
        word.Begin(extent.Start, extent.End, position);
        var characters = text[extent.Start..extent.End];
        if (characters.Length <= TermBuffer.MaxLength && WordCharacter.IsPlain(characters))
        {
            word.Append(characters);
            sink.Accept(word);
            return;
        }

        for (var at = extent.Start; at < extent.End;)
        {
            _ = WordCharacter.Classify(text, at, out var width);
            WordCharacter.AppendNormalized(text.Slice(at, width), word);
            at += width;
        }

        sink.Accept(word);
    }

    private readonly record struct Extent(int Start, int End)
    {
        public int Length => End - Start;
    }
}
