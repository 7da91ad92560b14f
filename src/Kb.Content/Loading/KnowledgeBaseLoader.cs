using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Golden;
using Kb.Content.Lint;
using Kb.Content.Phrases;
using Kb.Content.Register;
using Kb.Content.Regulations;
using Kb.Content.Templates;
using Kb.Content.Vocabulary;
using Kb.Search.Analysis;

namespace Kb.Content.Loading;

/// <summary>What came of reading a content folder.</summary>
/// <param name="Base">The base; null when there are errors: a base is taken whole or not at all.</param>
/// <param name="Findings">By file and line.</param>
/// <param name="Summary">What was read, even where it has errors.</param>
public sealed record LoadResult(KnowledgeBase? Base, ImmutableArray<ContentFinding> Findings, ContentSummary Summary);

/// <summary>Counts for people.</summary>
/// <param name="Kinds">Kinds in the register.</param>
/// <param name="KindsWithArticles">Kinds with at least one article.</param>
/// <param name="Articles">Articles.</param>
/// <param name="KindsWithPhrases">Kinds with at least <see cref="KnowledgeBaseLoader.EnoughPhrases"/> distinct written phrases; patterns come on top.</param>
/// <param name="Phrases">Distinct phrases of all intents, patterns expanded.</param>
/// <param name="NotOurs">Messages that are not ours.</param>
/// <param name="KindsWithGolden">Kinds with enough golden questions in both halves.</param>
/// <param name="GoldenDev">Golden questions to tune on.</param>
/// <param name="GoldenGate">Golden questions to report.</param>
public sealed record ContentSummary(
    int Kinds,
    int KindsWithArticles,
    int Articles,
    int KindsWithPhrases,
    int Phrases,
    int NotOurs,
    int KindsWithGolden,
    int GoldenDev,
    int GoldenGate)
{
    /// <summary>Nothing was read.</summary>
    public static ContentSummary Nothing { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Groups of synonyms.</summary>
    public int Synonyms { get; init; }

    /// <summary>Groups of spellings.</summary>
    public int Spellings { get; init; }

    /// <summary>Templates that belong to no article.</summary>
    public int Templates { get; init; }

    /// <summary>Regulations.</summary>
    public int Regulations { get; init; }
}

/// <summary>Reads a content folder: register.yaml, facts.yaml, articles/**.md, phrases/*.yaml, search/stopwords.ru.txt, golden/, vocabulary.yaml, templates/**.md, regulations/**.md.</summary>
public static class KnowledgeBaseLoader
{
    /// <summary>Fewest distinct written phrases with which a kind is told from its neighbours.</summary>
    public const int EnoughPhrases = 40;

    private const string RegisterFile = "register.yaml";
    private const string FactsFile = "facts.yaml";
    private const string NotOursFile = "phrases/not-ours.yaml";
    private const string VocabularyFile = "vocabulary.yaml";
    private const string StopWordsFile = "search/stopwords.ru.txt";

    /// <summary>Reads and checks the folder. Nothing in it makes this throw, except a disk that cannot be read.</summary>
    /// <param name="folder">Path of the content folder.</param>
    /// <param name="today">For overdue verification.</param>
    public static LoadResult Load(string folder, DateOnly today)
    {
        var findings = new List<ContentFinding>();
        if (!Directory.Exists(folder))
        {
            findings.Add(ContentFinding.Error("folder-missing", ".", 0, $"Папки «{folder}» нет.", "Укажите её ключом --content."));
            return new LoadResult(null, [.. findings], ContentSummary.Nothing);
        }

        var files = ContentFolder.Read(folder, findings);
        var facts = Text(files, FactsFile) is { } factsText ? FactSheet.Read(factsText, FactsFile, findings) : FactSheet.Empty;
        var register = ReadRegister(files, findings);
        var articles = Markdown(files, "articles/", (text, path) => ArticleReader.Read(text, path, facts, findings));
        var templates = Markdown(files, "templates/", (text, path) => TemplateReader.Read(text, path, facts, findings));
        var regulations = Markdown(files, "regulations/", (text, path) => RegulationReader.Read(text, path, facts, findings));
        var vocabulary = Text(files, VocabularyFile) is { } words ? VocabularyReader.Read(words, VocabularyFile, findings) : SchoolVocabulary.Empty;
        var phrases = PhraseFiles(files).SelectMany(file => PhraseFileReader.ReadIntents(file.Text, file.Path, findings)).ToList();
        var notOurs = Text(files, NotOursFile) is { } notOursText ? [.. PhraseFileReader.ReadGroups(notOursText, NotOursFile, findings)] : new List<IntentPhrases>();

        var golden = GoldenReader.Read(files, findings);

        ContentCheck.Check(new ContentCheck.Material(register, facts, articles, phrases, notOurs, golden, templates, regulations, files.Images, today), findings);
        var book = PhraseBookOf(phrases, notOurs, register, golden);
        var sorted = findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ToImmutableArray();
        return new LoadResult(
            register is null || sorted.Any(finding => finding.Severity == FindingSeverity.Error)
                ? null
                : new KnowledgeBase
                {
                    Register = register,
                    Facts = facts,
                    Articles = articles.ToFrozenDictionary(article => article.Id),
                    Phrases = book,
                    Golden = golden,
                    Templates = templates.ToFrozenDictionary(template => template.Id),
                    Regulations = [.. regulations],
                    Vocabulary = vocabulary,
                    StopWords = StopWordList.Parse(Text(files, StopWordsFile) ?? ""),
                    Fingerprint = files.Fingerprint,
                },
            sorted,
            Summarize(register, articles, phrases, book, golden) with
            {
                Synonyms = vocabulary.Synonyms.Length,
                Spellings = vocabulary.Spellings.Length,
                Templates = templates.Count,
                Regulations = regulations.Count,
            });
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

    private static IEnumerable<(string Path, string Text)> PhraseFiles(ContentFolder files) =>
        files.Files.Where(file => file.Path.StartsWith("phrases/", StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal) && file.Path != NotOursFile);

    private static PhraseBook PhraseBookOf(List<IntentPhrases> phrases, List<IntentPhrases> notOurs, RequestRegister? register, GoldenQuestions golden)
    {
        // A pattern expands blindly: what it says word for word as a golden question of a kind must not be learnt from.
        var heldOut = golden.Dev.Concat(golden.Gate)
            .Where(question => question.Expected is { } kind && register?.Kinds.ContainsKey(new KindId(kind)) == true)
            .Select(question => PhraseCheck.Normalize(question.Text))
            .ToHashSet(StringComparer.Ordinal);
        return new PhraseBook(
            Gather(phrases, entry => entry.Phrases.Select(phrase => phrase.Text).Concat(entry.Expanded.Where(text => !heldOut.Contains(PhraseCheck.Normalize(text))))),
            Gather(notOurs, entry => entry.Phrases.Select(phrase => phrase.Text)),
            Gather(phrases.Where(entry => entry.Replies.Length > 0), entry => entry.Replies));
    }

    private static FrozenDictionary<string, ImmutableArray<string>> Gather(IEnumerable<IntentPhrases> entries, Func<IntentPhrases, IEnumerable<string>> texts) =>
        entries.GroupBy(entry => entry.Intent, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.SelectMany(texts).Distinct(StringComparer.Ordinal).ToImmutableArray(),
                StringComparer.Ordinal);

    private static ContentSummary Summarize(RequestRegister? register, List<Article> articles, List<IntentPhrases> phrases, PhraseBook book, GoldenQuestions golden)
    {
        var kinds = register?.Kinds.Keys.ToHashSet() ?? [];
        return new ContentSummary(
            kinds.Count,
            articles.Select(article => article.Kind).Distinct().Count(kinds.Contains),
            articles.Count,
            kinds.Count(kind => DistinctPhrases(phrases, kind.Value) >= EnoughPhrases),
            book.Intents.Values.Sum(texts => texts.Length),
            book.NotOurs.Values.Sum(texts => texts.Length),
            kinds.Count(kind => Count(golden.Dev, kind.Value) >= GoldenCheck.FewestQuestions && Count(golden.Gate, kind.Value) >= GoldenCheck.FewestQuestions),
            golden.Dev.Length,
            golden.Gate.Length);
    }

    private static int DistinctPhrases(IEnumerable<IntentPhrases> phrases, string intent) => phrases
        .Where(entry => entry.Intent == intent)
        .SelectMany(entry => entry.Phrases)
        .Select(phrase => PhraseCheck.Normalize(phrase.Text))
        .Distinct(StringComparer.Ordinal)
        .Count();

    private static int Count(IEnumerable<GoldenQuestion> questions, string intent) => questions.Count(question => question.Expected == intent);

    private static List<T> Markdown<T>(ContentFolder files, string folder, Func<string, string, T?> read)
        where T : class =>
    [
        .. files.Files
            .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.EndsWith(".md", StringComparison.Ordinal))
            .Select(file => read(file.Text, file.Path))
            .OfType<T>(),
    ];

    private static string? Text(ContentFolder files, string path) =>
        files.Files.Where(file => file.Path == path).Select(file => file.Text).FirstOrDefault();
}
