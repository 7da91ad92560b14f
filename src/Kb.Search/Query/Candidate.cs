namespace Kb.Search.Query;

/// <summary>A document that the first pass found, in one number: the smaller, the better, of equals the lower segment and document.</summary>
internal readonly record struct Candidate(ulong Packed)
{
    /// <param name="coarse">Points; comparable between the segments of one search.</param>
    /// <param name="segment">Index of the segment in the state; below 65,536.</param>
    /// <param name="document">The document's number there.</param>
    public Candidate(ushort coarse, int segment, int document)
        : this(((ulong)(ushort.MaxValue - coarse) << 48) | ((ulong)segment << 32) | (uint)document)
    {
    }

    /// <summary>Points of the first pass.</summary>
    public ushort Coarse => (ushort)(ushort.MaxValue - (Packed >> 48));

    /// <summary>Index of the segment.</summary>
    public int Segment => (ushort)(Packed >> 32);

    /// <summary>The document's number in the segment.</summary>
    public int Document => (int)(uint)Packed;
}
