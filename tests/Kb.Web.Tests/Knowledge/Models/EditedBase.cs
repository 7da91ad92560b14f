namespace Kb.Web.Tests.Knowledge.Models;

/// <summary>A base of three kinds in a folder of its own, with control questions: small enough to be learnt in a moment, and to be edited by tests.</summary>
internal sealed class EditedBase : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kb-edited-");

    public EditedBase()
    {
        foreach (var kind in new[] { "certificate-get", "password-reset", "webinar-link" })
        {
            Write($"articles/{kind}.md", Article(kind, "Первый текст."));
        }

        Write("register.yaml", Register("webinar-link"));
        Write("phrases/all.yaml", Phrases("certificate-get", "password-reset"));
        Write("phrases/not-ours.yaml", "far: [какая завтра погода, кто выиграл матч, рецепт борща]\n");
        Write("golden/dev/all.yaml", """
            certificate-get: [сертификат как получить, сертификат за обучение, нужен сертификат о курсе, выдайте сертификат, когда будет сертификат, сертификат скачать где]
            password-reset: [пароль забыла, восстановление пароля, потеряла пароль, сброс пароля, пароль сменить хочу, другой пароль поставить]
            webinar-link: [вебинар где ссылка, ссылку на вебинар дайте]
            """);
    }

    /// <summary>The content folder.</summary>
    public string Path => System.IO.Path.Combine(_folder.FullName, "content");

    /// <summary>A folder for data.</summary>
    public string Data => System.IO.Path.Combine(_folder.FullName, "data");

    /// <summary>Another text, the same phrases.</summary>
    public void EditText(string text) => Write("articles/certificate-get.md", Article("certificate-get", text));

    /// <summary>One more phrase, of the right kind.</summary>
    public void AddPhrase() => Write("phrases/all.yaml", Phrases("certificate-get", "password-reset") + "greeting: {phrases: [здравствуйте, привет]}\n");

    /// <summary>The phrases of two kinds change places: what an editor does who has mixed up two files.</summary>
    public void MixUpPhrases() => Write("phrases/all.yaml", Phrases("password-reset", "certificate-get"));

    /// <summary>The phrases as at first.</summary>
    public void TakeBack() => Write("phrases/all.yaml", Phrases("certificate-get", "password-reset"));

    /// <summary>A kind goes, with all that is about it.</summary>
    public void RemoveWebinars()
    {
        File.Delete(System.IO.Path.Combine(Path, "articles/webinar-link.md"));
        Write("register.yaml", Register());
        Write("phrases/all.yaml", string.Join('\n', Phrases("certificate-get", "password-reset").Split('\n').Where(line => !line.StartsWith("webinar", StringComparison.Ordinal))));
        Write("golden/dev/all.yaml", string.Join('\n', File.ReadAllLines(System.IO.Path.Combine(Path, "golden/dev/all.yaml")).Where(line => !line.StartsWith("webinar", StringComparison.Ordinal))));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string path, string text)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static string Register(params string[] more) => $$"""
        types:
          - id: study
            name: Учёба
            kinds:
              - {id: certificate-get, name: Как получить сертификат, line: 1, service: today, answer: self}
              - {id: password-reset, name: Восстановить пароль, line: 1, service: today, answer: self}
        {{string.Join('\n', more.Select(kind => $"      - {{id: {kind}, name: Где ссылка на вебинар, line: 1, service: today, answer: self}}"))}}
        talk:
          - {id: greeting, name: Приветствие}
        commands:
          - {id: operator, name: Передать оператору, examples: [оператор]}
        """;

    private static string Phrases(string certificates, string passwords) => $$"""
        {{certificates}}: {phrases: [как скачать сертификат, где мой сертификат, не приходит сертификат, как получить сертификат за курс, когда выдадут сертификат, нет сертификата]}
        {{passwords}}: {phrases: [забыл пароль, как сбросить пароль, восстановить пароль, сменить пароль, не помню пароль, нужен новый пароль]}
        webinar-link: {phrases: [где ссылка на вебинар, пришлите ссылку на вебинар, как зайти на вебинар, не вижу ссылку на трансляцию]}

        """;

    private static string Article(string kind, string text) => $"""
        ---
        id: {kind}
        title: Статья {kind}
        kind: {kind}
        audience: public
        owner: tests
        verified_on: 2026-11-12
        ---

        # Кратко

        {text}

        # Подробно

        {text}
        """;
}
