namespace Kb.Search.Index;

/// <summary>Where a term stands in a document, packed into one number that sorts by field, then by position.</summary>
internal readonly record struct Occurrence(int Packed)
{
    private const int PositionBits = 27;

    /// <summary>Words of one field beyond this one share its position: phrases there are no longer told apart.</summary>
    public const int MaxPosition = (1 << PositionBits) - 1;

    public Occurrence(int field, int position)
        : this((field << PositionBits) | Math.Min(position, MaxPosition))
    {
    }

    /// <summary>Index of the field in <see cref="IndexOptions.Fields"/>.</summary>
    public int Field => Packed >> PositionBits;

    /// <summary>Position of the word in the field.</summary>
    public int Position => Packed & MaxPosition;
}
