using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Golden;
using Kb.Content.Lint;
using Kb.Content.Lint.Style;
using Kb.Content.Lint.Wordings;
using Kb.Content.Phrases;
using Kb.Content.Register;
using Kb.Content.Regulations;
using Kb.Content.Templates;
using Kb.Content.Vocabulary;
using Kb.Search.Analysis;

namespace Kb.Content.Loading;

/// <summary>
/// Reads a content folder: register.yaml, facts.yaml, articles/**.md, phrases/*.yaml, golden/, templates/**.md,
/// regulations/**.md, vocabulary.yaml, search/stopwords.ru.txt, lint/style.yaml.
/// </summary>
public static class KnowledgeBaseLoader
{
    internal const string RegisterFile = "register.yaml";

    private const string FactsFile = "facts.yaml";
    private const string NotOursFile = "phrases/not-ours.yaml";
    private const string VocabularyFile = "vocabulary.yaml";
    private const string StopWordsFile = "search/stopwords.ru.txt";
    private const string StyleFile = "lint/style.yaml";

    /// <summary>Reads and checks the folder. Nothing in it makes this throw, except a disk that cannot be read.</summary>
    /// <param name="folder">Path of the content folder.</param>
    /// <param name="today">For overdue verification.</param>
    public static LoadResult Load(string folder, DateOnly today) => Read(folder).Check(today);

    /// <summary>Reads the folder and checks no more than the form of each file. Throws only for a disk that cannot be read.</summary>
    /// <param name="folder">Path of the content folder.</param>
    public static ContentDraft Read(string folder)
    {
        var findings = new List<ContentFinding>();
        if (!Directory.Exists(folder))
        {
            findings.Add(ContentFinding.Error("folder-missing", ".", 0, $"Папки «{folder}» нет.", "Укажите её ключом --content."));
            return new ContentDraft(null, SchoolVocabulary.Empty, "", [.. findings]);
        }

        var files = ContentFolder.Read(folder, findings);
        var facts = Text(files, FactsFile) is { } factsText ? FactSheet.Read(factsText, FactsFile, findings) : FactSheet.Empty;
        var material = new ContentMaterial
        {
            Register = ReadRegister(files, findings),
            Facts = facts,
            Articles = [.. Markdown(files, "articles/", (text, path) => ArticleReader.Read(text, path, facts, findings)).Select(article => new CheckedArticle(article))],
            Templates = [.. Markdown(files, "templates/", (text, path) => TemplateReader.Read(text, path, facts, findings))],
            Regulations = [.. Markdown(files, "regulations/", (text, path) => RegulationReader.Read(text, path, facts, findings))],
            Phrases =
            [
                .. Files(files, "phrases/", ".yaml")
                    .Where(file => file.Path != NotOursFile)
                    .SelectMany(file => PhraseFileReader.ReadIntents(file.Text, file.Path, findings))
                    .Select(entry => new CheckedEntry(entry)),
            ],
            NotOurs = Text(files, NotOursFile) is { } notOurs
                ? [.. PhraseFileReader.ReadGroups(notOurs, NotOursFile, findings).Select(entry => new CheckedEntry(entry))]
                : [],
            Golden = GoldenReader.Read(files, findings),
            Images = files.Images,
            StopWords = StopWordList.Parse(Text(files, StopWordsFile) ?? ""),
            Style = Text(files, StyleFile) is { } style ? StyleGuide.Read(style, StyleFile, findings) : StyleGuide.None,
        };
        var vocabulary = Text(files, VocabularyFile) is { } words ? VocabularyReader.Read(words, VocabularyFile, findings) : SchoolVocabulary.Empty;
        return new ContentDraft(material, vocabulary, files.Fingerprint, [.. findings]);
    }

    private static RequestRegister? ReadRegister(ContentFolder files, List<ContentFinding> findings)
    {
        if (Text(files, RegisterFile) is { } text)
        {
            return RegisterReader.Read(text, RegisterFile, findings);
        }

        findings.Add(ContentFinding.Error("register-missing", RegisterFile, 0, "Нет реестра обращений.", "Положите register.yaml в папку с базой."));
        return null;
    }

    private static IEnumerable<T> Markdown<T>(ContentFolder files, string folder, Func<string, string, T?> read)
        where T : class =>
        Files(files, folder, ".md").Select(file => read(file.Text, file.Path)).OfType<T>();

    private static IEnumerable<(string Path, string Text)> Files(ContentFolder files, string folder, string extension) =>
        files.Files.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.EndsWith(extension, StringComparison.Ordinal));

    private static string? Text(ContentFolder files, string path) =>
        files.Files.Where(file => file.Path == path).Select(file => file.Text).FirstOrDefault();
}
