using System.Runtime.CompilerServices;
using Kb.Search.Index.Storage;

namespace Kb.Search.Index.Terms;

/// <summary>
/// Terms and their numbers, 0, 1, 2 … in the order of arrival. All characters lie in one array: a term costs its letters and
/// eight bytes, not a string of its own. Lookup by span, without allocation.
/// </summary>
/// <remarks>One writer at a time. Once nobody adds any more, any number of readers.</remarks>
internal sealed class TermTable
{
    private const int FirstSlots = 16;
    private char[] _characters = [];
    private int[] _ends = [];

    /// <summary>Open addressing: term number + 1, 0 where free; a power of two, at most three quarters full.</summary>
    private int[] _slots = new int[FirstSlots];

    /// <summary>Number of terms.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that the terms take in memory.</summary>
    public long Bytes => ((long)_characters.Length * sizeof(char)) + ((long)(_ends.Length + _slots.Length) * sizeof(int));

    /// <summary>The letters of a term.</summary>
    public ReadOnlySpan<char> this[int term] => _characters.AsSpan(StartOf(term).._ends[term]);

    /// <summary>Asks for the letters of a term that is about to be read: who asks for many waits for their memory once.</summary>
    public void Touch(int term)
    {
        if (StartOf(term) is var start && start < _ends[term])
        {
            // No compiler leaves out a volatile read of which nobody wants the result.
            _ = Volatile.Read(ref Unsafe.As<char, ushort>(ref _characters[start]));
        }
    }

    /// <summary>The term's number, if it is known.</summary>
    public bool TryFind(ReadOnlySpan<char> term, out int number)
    {
        number = _slots[SlotOf(term)] - 1;
        return number >= 0;
    }

    /// <summary>The term's number; a new one, <see cref="Count"/> − 1, if it was not known.</summary>
    public int FindOrAdd(ReadOnlySpan<char> term)
    {
        var slot = SlotOf(term);
        if (_slots[slot] > 0)
        {
            return _slots[slot] - 1;
        }

        Append(term);
        _slots[slot] = Count;
        if (Count * 4 > _slots.Length * 3)
        {
            Rehash(_slots.Length * 2);
        }

        return Count - 1;
    }

    /// <summary>Gives back the room that was kept for more terms.</summary>
    public void Trim()
    {
        Array.Resize(ref _characters, CharacterCount);
        Array.Resize(ref _ends, Count);
    }

    /// <summary>Whether both have the same terms under the same numbers.</summary>
    public bool HasSameTerms(TermTable other) =>
        Count == other.Count
        && _ends.AsSpan(0, Count).SequenceEqual(other._ends.AsSpan(0, Count))
        && _characters.AsSpan(0, CharacterCount).SequenceEqual(other._characters.AsSpan(0, CharacterCount));

    /// <summary>Writes the terms; their places in the hash table are found anew when they are read.</summary>
    public void Write(SnapshotOutput output)
    {
        output.WriteArray<char>(_characters.AsSpan(0, CharacterCount));
        output.WriteArray<int>(_ends.AsSpan(0, Count));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">That is not what was written.</exception>
    public static TermTable Read(SnapshotInput input)
    {
        var table = new TermTable { _characters = input.ReadArray<char>(), _ends = input.ReadArray<int>() };
        table.Count = table._ends.Length;
        var slots = FirstSlots;
        while (table.Count * 4 > slots * 3)
        {
            slots *= 2;
        }

        table.Rehash(slots);
        return table;
    }

    private int CharacterCount => StartOf(Count);

    private int StartOf(int term) => term == 0 ? 0 : _ends[term - 1];

    /// <summary>Where the term is, or the free slot where it would be.</summary>
    private int SlotOf(ReadOnlySpan<char> term)
    {
        // The runtime's hash is seeded anew in every process: nobody can prepare words that all fall into one slot.
        var mask = _slots.Length - 1;
        var slot = string.GetHashCode(term) & mask;
        while (_slots[slot] is > 0 and var taken && !this[taken - 1].SequenceEqual(term))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Append(ReadOnlySpan<char> term)
    {
        var start = StartOf(Count);
        if (start + term.Length > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(start + term.Length, _characters.Length * 2));
        }

        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, Math.Max(FirstSlots, _ends.Length * 2));
        }

        term.CopyTo(_characters.AsSpan(start));
        _ends[Count++] = start + term.Length;
    }

    private void Rehash(int size)
    {
        _slots = new int[size];
        for (var term = 0; term < Count; term++)
        {
            _slots[SlotOf(this[term])] = term + 1;
        }
    }
}
