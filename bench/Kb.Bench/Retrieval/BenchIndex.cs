using Kb.Search.Analysis;
using Kb.Search.Index;

namespace Kb.Bench.Retrieval;

/// <summary>The product's index over the two fields that public sets have. One setting for all sets, chosen on their dev parts.</summary>
public static class BenchIndex
{
    /// <summary>Field of the title.</summary>
    public const string Title = "title";

    /// <summary>Field of the text.</summary>
    public const string Text = "text";

    /// <summary>The setting.</summary>
    public static IndexOptions Options { get; } = IndexOptions.Russian(
        StopWordList.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "stopwords.ru.txt"))),
        new FieldOptions(Title) { Weight = 12, LengthNorm = 0.75, IsTitle = true, Place = "в заголовке" },
        new FieldOptions(Text) { LengthNorm = 0.7, Snippets = true });

    /// <summary>A document of a set as the index takes it.</summary>
    public static SearchDocument ToDocument(CorpusDocument document) => new()
    {
        Id = document.Id,
        Title = document.Title ?? "",
        Fields = string.IsNullOrEmpty(document.Title)
            ? [new FieldText(Text, document.Text)]
            : [new FieldText(Title, document.Title), new FieldText(Text, document.Text)],
    };
}
