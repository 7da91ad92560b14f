namespace Kb.Search.Index;

/// <summary>One reading of all documents. Immutable.</summary>
/// <param name="View">How the text was read.</param>
/// <param name="Postings">Its terms and where they are.</param>
/// <param name="Lengths">The sizes of the fields in this reading.</param>
internal sealed record ViewIndex(TermView View, PostingTable Postings, FieldLengths Lengths);
