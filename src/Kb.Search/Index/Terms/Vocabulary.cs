namespace Kb.Search.Index.Terms;

/// <summary>
/// The words of a segment: surface forms, numbered from the most frequent one on, the stem of each, and runs of letters.
/// Whatever is known about a form is computed once here, not once for every occurrence. Immutable.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>In place of a stem: the form is in the documents, but nobody searches for it.</summary>
    public const int NoStem = -1;

    private readonly int[] _stemOfSurface;
    private readonly int[] _formStarts;
    private readonly int[] _forms;

    private Vocabulary(TermTable surfaces, TermTable stems, int[] stemOfSurface)
    {
        Surfaces = surfaces;
        Stems = stems;
        _stemOfSurface = stemOfSurface;
        (_formStarts, _forms) = GroupByStem(stemOfSurface, stems.Count);
        Grams = GramTable.Build(surfaces, stemOfSurface);
        Beginnings = BeginningTable.Build(surfaces, stemOfSurface);
    }

    /// <summary>Words as they are written, normalised; stop words too.</summary>
    public TermTable Surfaces { get; }

    /// <summary>What words are found by.</summary>
    public TermTable Stems { get; }

    /// <summary>Which forms are spelled alike.</summary>
    public GramTable Grams { get; }

    /// <summary>Which forms begin alike.</summary>
    public BeginningTable Beginnings { get; }

    /// <summary>Bytes in memory.</summary>
    public long Bytes => Surfaces.Bytes + Stems.Bytes + Grams.Bytes + Beginnings.Bytes
        + ((long)(_stemOfSurface.Length + _formStarts.Length + _forms.Length) * sizeof(int));

    /// <summary>The stem's number, or <see cref="NoStem"/>.</summary>
    public int StemOf(int surface) => _stemOfSurface[surface];

    /// <summary>How many letters of a form its stem has; all of them where the stem is no beginning of the form, or none at all.</summary>
    public int StemLength(int surface) =>
        StemOf(surface) >= 0 && Surfaces[surface].StartsWith(Stems[StemOf(surface)]) ? Stems[StemOf(surface)].Length : Surfaces[surface].Length;

    /// <summary>The surface forms of a stem, ascending: the frequent ones first.</summary>
    public ReadOnlySpan<int> FormsOf(int stem) => _forms.AsSpan(_formStarts[stem].._formStarts[stem + 1]);

    /// <param name="surfaces">The forms; complete.</param>
    /// <param name="stemmer">What makes a stem of a form.</param>
    public static Vocabulary Of(TermTable surfaces, Stemmer stemmer)
    {
        surfaces.Trim();
        var stems = new TermTable();
        var stemOfSurface = new int[surfaces.Count];
        for (var surface = 0; surface < surfaces.Count; surface++)
        {
            var stem = stemmer.Stem(surfaces[surface]);
            stemOfSurface[surface] = stem.IsEmpty ? NoStem : stems.FindOrAdd(stem);
        }

        stems.Trim();
        return new Vocabulary(surfaces, stems, stemOfSurface);
    }

    private static (int[] Starts, int[] Forms) GroupByStem(int[] stemOfSurface, int stems)
    {
        var starts = new int[stems + 1];
        foreach (var stem in stemOfSurface.Where(stem => stem >= 0))
        {
            starts[stem + 1]++;
        }

        for (var stem = 0; stem < stems; stem++)
        {
            starts[stem + 1] += starts[stem];
        }

        var next = starts[..^1];
        var forms = new int[starts[^1]];
        for (var surface = 0; surface < stemOfSurface.Length; surface++)
        {
            if (stemOfSurface[surface] >= 0)
            {
                forms[next[stemOfSurface[surface]]++] = surface;
            }
        }

        return (starts, forms);
    }
}
