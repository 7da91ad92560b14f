using Kb.Content.Loading;

namespace Kb.Content.Tests.Loading;

/// <summary>A content folder of one test: starts as a small good base, is spoilt file by file, and is deleted afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public const string GoodCard = """
        Сертификат студент скачивает сам.

        ## Где лежит сертификат?

        - [x] В «Документах»
        - [ ] В чате

        ## Кто его скачивает?

        - [x] Студент
        - [ ] Оператор
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-content-");

    public TestFolder()
    {
        Write("register.yaml", """
            types:
              - id: documents
                name: Документы
                kinds:
                  - {id: certificate-get, name: Как получить сертификат, line: 1, service: today, answer: self}
                  - {id: certificate-name, name: Ошибка в имени, line: 2, service: later, answer: operator, ask: [email]}
            talk:
              - {id: greeting, name: Приветствие}
            commands:
              - {id: operator, name: Передать оператору, examples: [оператор]}
            """);
        Write("facts.yaml", """
            facts:
              hours: 24
              school: Учебная платформа
            links:
              documents: https://lk.example/documents
            """);
        Write("articles/documents/certificate-get.md", Article());
        Write("phrases/documents.yaml", """
            certificate-get:
              phrases: [как скачать сертификат, где серт]
              patterns: ['(как|где) [мне] взять сертификат']
            """);
        Write("phrases/not-ours.yaml", "far: [какая завтра погода]");
    }

    public string Path => _folder.FullName;

    public static string Article(
        string id = "certificate-get",
        string kind = "certificate-get",
        string extra = "",
        string brief = "Откройте [«Документы»](link:documents), сертификат появится через {{fact.hours|час|часа|часов}}.",
        string template = "{{student.name}}, здравствуйте!",
        string full = "Сертификат лежит в разделе «Документы».",
        string card = GoodCard) => $"""
        ---
        id: {id}
        title: Как получить сертификат
        kind: {kind}
        audience: public
        owner: documents
        verified_on: 2026-11-12
        {extra}
        ---

        # Кратко

        {brief}

        # Шаблон

        {template}

        # Подробно

        {full}

        # Карточка

        {card}
        """;

    public void Write(string path, string text)
    {
        var full = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Write(string path, byte[] bytes) => File.WriteAllBytes(System.IO.Path.Combine(Path, path), bytes);

    /// <summary>Loads, and keeps still about what a base of one article cannot have: forty phrases a kind, every kind covered.</summary>
    public LoadResult Load()
    {
        var result = LoadStrictly();
        return result with { Findings = [.. result.Findings.Where(finding => finding.Rule is not ("kind-empty" or "phrases-few" or "golden-few"))] };
    }

    /// <summary>Loads with every finding.</summary>
    public LoadResult LoadStrictly() => KnowledgeBaseLoader.Load(Path, Today);

    /// <summary>The base is not loaded, and it is said what is wrong in which line.</summary>
    public void AssertRefused(string code, string file, int line)
    {
        var result = Load();

        Assert.Null(result.Base);
        Assert.Contains(result.Findings, finding => (finding.Rule, finding.File, finding.Line) == (code, file, line));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
