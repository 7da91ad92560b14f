namespace Kb.Bench.Retrieval;

/// <summary>A set as one writes it on a command line: <c>FOLDER:SPLIT</c> or <c>FOLDER:SPLIT:text-only</c>.</summary>
/// <param name="Folder">Holds <c>corpus.jsonl</c> or <c>corpus.jsonl.gz</c>, and a folder with <c>queries.jsonl</c> and <c>qrels.tsv</c> for each split.</param>
/// <param name="Split">Name of that folder.</param>
/// <param name="TextOnly">Whether titles stay out of the index (for sets whose queries are titles).</param>
public sealed record NamedSet(string Folder, string Split, bool TextOnly)
{
    private const string TextOnlyMark = "text-only";

    /// <summary>What to call it in a table: the last folder and the split.</summary>
    public string Name => $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Folder))}/{Split}";

    /// <summary>The documents.</summary>
    public string CorpusPath => Path.Combine(Folder, "corpus.jsonl") is var plain && File.Exists(plain) ? plain : plain + ".gz";

    /// <summary>The queries.</summary>
    public string QueriesPath => Path.Combine(Folder, Split, "queries.jsonl");

    /// <summary>The judgments.</summary>
    public string QrelsPath => Path.Combine(Folder, Split, "qrels.tsv");

    /// <summary>Reads the notation; null if it is something else or a file is missing.</summary>
    public static NamedSet? Parse(string text) => text.Split(':') switch
    {
        [var folder, var split] => new NamedSet(folder, split, TextOnly: false).IfComplete(),
        [var folder, var split, TextOnlyMark] => new NamedSet(folder, split, TextOnly: true).IfComplete(),
        _ => null,
    };

    /// <summary>Reads the files.</summary>
    /// <exception cref="InvalidDataException">A file does not have the form it should.</exception>
    public RetrievalSet Read() => RetrievalSet.Read(CorpusPath, QueriesPath, QrelsPath);

    private NamedSet? IfComplete() => new[] { CorpusPath, QueriesPath, QrelsPath }.All(File.Exists) ? this : null;
}
