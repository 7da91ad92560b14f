using System.Collections.Immutable;
using Kb.Search.Analysis;

namespace Kb.Search.Query;

/// <summary>Reads a text word by word, compounds («онлайн-курс») as their parts only, and looks for a sequence of words in it.</summary>
internal sealed class PhraseReader : ITokenSink
{
    private readonly ImmutableArray<string> _wanted;
    private readonly string?[] _last;
    private readonly ImmutableArray<string>.Builder _words = ImmutableArray.CreateBuilder<string>();
    private int _count;
    private int _position = -1;
    private bool _found;

    private PhraseReader(ImmutableArray<string> wanted)
    {
        _wanted = wanted;
        _last = new string?[Math.Max(1, wanted.Length)];
    }

    /// <summary>The words of a phrase.</summary>
    public static ImmutableArray<string> Read(Analyzer words, ReadOnlySpan<char> phrase)
    {
        var reader = new PhraseReader([]);
        words.Analyze(phrase, reader);
        return reader._words.DrainToImmutable();
    }

    /// <summary>Whether the words stand in the text one behind another.</summary>
    public static bool Contains(Analyzer words, ReadOnlySpan<char> text, ImmutableArray<string> wanted)
    {
        var reader = new PhraseReader(wanted);
        words.Analyze(text, reader);
        return reader._found || reader.EndsWithWanted();
    }

    /// <inheritdoc/>
    public void Accept(TermBuffer word)
    {
        if (_wanted.IsEmpty)
        {
            Collect(word);
        }
        else if (!_found)
        {
            Compare(word);
        }
    }

    /// <summary>A compound comes whole before its first part, at the same position: the part takes its place.</summary>
    private void Collect(TermBuffer word)
    {
        if (word.Position == _position)
        {
            _words[^1] = word.Term.ToString();
        }
        else
        {
            _words.Add(word.Term.ToString());
        }

        _position = word.Position;
    }

    private void Compare(TermBuffer word)
    {
        if (word.Position != _position)
        {
            _found = EndsWithWanted();
            _count++;
        }

        _position = word.Position;
        // Only words of the phrase are kept as strings: most of a text is not.
        _last[(_count - 1) % _last.Length] = Find(word.Term);
    }

    private bool EndsWithWanted()
    {
        if (_count < _wanted.Length)
        {
            return false;
        }

        for (var i = 0; i < _wanted.Length; i++)
        {
            if (!string.Equals(_last[(_count - _wanted.Length + i) % _last.Length], _wanted[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private string? Find(ReadOnlySpan<char> term)
    {
        foreach (var word in _wanted)
        {
            if (term.SequenceEqual(word))
            {
                return word;
            }
        }

        return null;
    }
}
