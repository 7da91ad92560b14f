namespace Kb.Search.Analysis;

/// <summary>
/// Reads words through another analyzer and gives their overlapping runs of letters («^кур», «курс», «урс$»): words of one root, compounds
/// and misspelt words share most of theirs, whatever their endings.
/// </summary>
/// <param name="words">Finds and normalises the words.</param>
/// <param name="size">Letters of a run, with the signs for the beginning and the end of the word; at least 2. A shorter word is one run.</param>
public sealed class GramTokenizer(Analyzer words, int size) : ITokenizer
{
    private const char WordBegins = '^';
    private const char WordEnds = '$';

    /// <inheritdoc/>
    public void Tokenize(ReadOnlySpan<char> text, ITokenSink sink) => words.Analyze(text, new Cutter(size, sink));

    private sealed class Cutter(int size, ITokenSink sink) : ITokenSink
    {
        private readonly TermBuffer _gram = new();

        public void Accept(TermBuffer word)
        {
            Span<char> framed = stackalloc char[word.Length + 2];
            framed[0] = WordBegins;
            word.Term.CopyTo(framed[1..]);
            framed[^1] = WordEnds;
            for (var at = 0; at == 0 || at + size <= framed.Length; at++)
            {
                var end = Math.Min(at + size, framed.Length);
                // Half of a surrogate pair is no character: such runs are left out.
                if (!char.IsLowSurrogate(framed[at]) && !char.IsHighSurrogate(framed[end - 1]))
                {
                    _gram.Begin(word.Start, word.End, word.Position);
                    _gram.Append(framed[at..end]);
                    sink.Accept(_gram);
                }
            }
        }
    }
}
