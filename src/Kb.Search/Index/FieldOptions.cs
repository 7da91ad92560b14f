namespace Kb.Search.Index;

/// <summary>One field of the documents and what a word in it is worth.</summary>
/// <param name="Name">As in <see cref="FieldText.Field"/>.</param>
public sealed record FieldOptions(string Name)
{
    /// <summary>How many occurrences in an ordinary text one occurrence here stands for.</summary>
    /// <value>Greater than 0; 1 by default.</value>
    public double Weight { get; init; } = 1;

    /// <summary>How much a long field dilutes its words: BM25's b of this field alone.</summary>
    /// <value>0 (length does not matter) to 1 (twice as long, half the worth).</value>
    public double LengthNorm { get; init; } = 0.7;

    /// <summary>Whether passages shown under a hit are cut from this field. Of several such fields the one with the better passage is used, of equals the first.</summary>
    public bool Snippets { get; init; }

    /// <summary>Whether the field says what the document is about as a whole. Words of the query in it, and how much of it they are, count on their own.</summary>
    public bool IsTitle { get; init; }

    /// <summary>Where a match in this field was, for people: «в заголовке».</summary>
    /// <value>Completes «слово найдено …»; «в тексте» by default.</value>
    public string Place { get; init; } = "в тексте";
}
