using Kb.Search.Index.Terms;

namespace Kb.Search.Repair;

/// <summary>
/// What it takes to mend words by a vocabulary. Built when somebody first mistypes: a segment of one document that is merged away soon
/// never needs it. Thread-safe.
/// </summary>
internal sealed class SpellingTables(Vocabulary vocabulary)
{
    private readonly Lazy<NearTerms> _near = new(() => NearTerms.Build(vocabulary));
    private readonly Lazy<LetterModel> _model = new(() => LetterModel.Learn(vocabulary.Surfaces));

    /// <summary>The words.</summary>
    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Finds words by mistyped ones.</summary>
    public NearTerms Near => _near.Value;

    /// <summary>Knows what looks like a word.</summary>
    public LetterModel Model => _model.Value;

    /// <summary>Bytes in memory, of what was built so far.</summary>
    public long Bytes => (_near.IsValueCreated ? Near.Bytes : 0) + (_model.IsValueCreated ? LetterModel.Bytes : 0);
}
