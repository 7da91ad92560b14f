namespace Kb.Search.Passages;

/// <summary>What to show of a text.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last one.</param>
/// <param name="CutBefore">Whether it begins within a sentence.</param>
/// <param name="CutAfter">Whether it ends within one.</param>
internal readonly record struct PassageSpan(int Start, int End, bool CutBefore, bool CutAfter)
{
    /// <summary>A passage that cannot begin with its sentence begins at most so many characters before its first match, so that the match is seen at once.</summary>
    private const int Lead = 60;

    /// <summary>The best run of sentences, and those behind it that still fit; parts of a sentence where it does not fit whole.</summary>
    public static PassageSpan Around(string text, SentenceWindow window, List<PassageMatch> matches, int maxLength)
    {
        var sentence = window.BestMatch < 0 ? Sentences.StartFrom(text, 0) : window.BestStart;
        var match = window.BestMatch < 0 ? sentence : matches[window.BestMatch].Start;
        var fits = Sentences.EndOf(text, sentence) - sentence <= maxLength;
        var start = fits || match - sentence <= Lead ? sentence : WordStart(text, match - Lead, match);
        var end = EndOf(text, start, maxLength, out var whole);
        return new PassageSpan(start, end, start > sentence, !whole);
    }

    /// <summary>The end of the last sentence that fits; of the last word if not even one does.</summary>
    private static int EndOf(string text, int start, int maxLength, out bool whole)
    {
        var end = start;
        for (var next = start; next < text.Length; next = Sentences.StartFrom(text, end))
        {
            var sentenceEnd = Sentences.EndOf(text, next);
            if (sentenceEnd - start > maxLength)
            {
                break;
            }

            end = sentenceEnd;
        }

        whole = end > start || start == text.Length;
        return whole ? end : WordEnd(text, start, maxLength);
    }

    private static int WordStart(string text, int earliest, int match)
    {
        var space = text.AsSpan(earliest..match).IndexOfAny(' ', '\n', '\t');
        return space < 0 ? match : earliest + space + 1;
    }

    private static int WordEnd(string text, int start, int maxLength)
    {
        var end = start + maxLength;
        var space = text.AsSpan(start..end).LastIndexOfAny(' ', '\n', '\t');
        if (space > 0)
        {
            return start + space;
        }

        return char.IsHighSurrogate(text[end - 1]) ? end - 1 : end; // One endless word: at least not through a character.
    }
}
