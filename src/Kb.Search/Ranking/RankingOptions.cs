namespace Kb.Search.Ranking;

/// <summary>What counts how much in the final score of a document.</summary>
/// <remarks>
/// The defaults were chosen on the development parts of nine public Russian query sets (see bench/README.md), one setting for all of them;
/// leaving a set out and choosing again on the other eight moved none of them by more than one step.
/// </remarks>
public sealed record RankingOptions
{
    /// <summary>What another form of a word is worth at least («оплаты» for «оплата»); the form that was typed is worth 1.</summary>
    /// <value>0 to 1.</value>
    public double FormLikeness { get; init; } = 0.6;

    /// <summary>What a word of another stem is worth at most, however close its spelling.</summary>
    /// <value>0 to <see cref="FormLikeness"/>.</value>
    public double RelatedLikeness { get; init; } = 0.6;

    /// <summary>What another word for the thing is worth («загрузить» for «скачать»), where the thesaurus says that they are the same and the document has neither better.</summary>
    /// <value>0 to <see cref="FormLikeness"/>; 0 turns the thesaurus off.</value>
    public double SynonymLikeness { get; init; } = 0.6;

    /// <summary>Words that begin alike and whose runs of three letters have a smaller cosine than this are strangers.</summary>
    /// <value>0 to 1; 1 turns close spellings off.</value>
    public double LeastCosine { get; init; } = 0.3;

    /// <summary>A document is found by a word that is only related to one of the query when it is so much like it, and words of the query find few.</summary>
    /// <value>0 to 1; 1 turns it off: then only stems find.</value>
    public double FindingLikeness { get; init; } = 0.2;

    /// <summary>A word with digits («404», «v2.1», «a@b.ru») weighs so many times its rarity: who types one means it.</summary>
    /// <value>1 or more.</value>
    public double CodeWeight { get; init; } = 1.5;

    /// <summary>
    /// How much what a compound («онлайн-курс») itself says beside its parts, which are words of the query too: counted in full, it would be asked for twice.
    /// </summary>
    /// <value>0 to 1.</value>
    public double CompoundWeight { get; init; } = 0.2;

    /// <summary>A word of the query weighs its rarity to this power: below 1, the rarest word decides less alone.</summary>
    /// <value>Greater than 0; 1 is plain BM25.</value>
    public double RarityPower { get; init; } = 0.9;

    /// <summary>Points for having all words of the query, by their rarity; a part of them for a part.</summary>
    /// <value>0 or more, in points of a BM25 score.</value>
    public double CoverageWeight { get; init; } = 3;

    /// <summary>Points for having all words of the query in the title.</summary>
    /// <value>0 or more.</value>
    public double TitleCoverageWeight { get; init; } = 1.5;

    /// <summary>Points for a title that says nothing but what was asked.</summary>
    /// <value>0 or more.</value>
    public double TitleShareWeight { get; init; } = 3.5;

    /// <summary>What two words of the query that stand side by side in a title add, as a share of the rarer one's weight.</summary>
    /// <value>0 or more.</value>
    public double NeighbourWeight { get; init; } = 0.3;

    /// <summary>What runs of four letters add, in any part of a word: compounds, words of one root with different beginnings, misspelt words.</summary>
    /// <value>0 or more; factor of their BM25F score.</value>
    public double LetterRunWeight { get; init; } = 0.06;

    /// <summary>The longest query that runs of letters are compared for: of many words each says little, and their runs stand in a fifth of all words.</summary>
    /// <value>0 or more words.</value>
    public int LetterRunWords { get; init; } = int.MaxValue;
}
