namespace Kb.Web.Tests.Features.Help;

/// <summary>A content folder with a few articles about refunds, one for each kind of reader.</summary>
internal sealed class HelpContent
{
    public HelpContent()
    {
        Write("register.yaml", File.ReadAllText(Path.Combine(Kb.Web.Hosting.Installation.DefaultContent, "register.yaml")));
        Article("refund", "Как вернуть деньги", "public", "", "Возврат приходит на карту за неделю.", "\n![Кнопка возврата](button.png)\n\n# Для сотрудников\n\nЭто секрет.\n");
        Article("refund-part", "Частичный возврат", "public", "", "Посчитаем остаток.");
        Article("refund-inside", "Внутреннее про возврат", "agents", "", "Только для команды: возврат.", "\n![Панель команды](panel.png)\n");
        Write("articles/button.png", "png");
        Write("articles/panel.png", "png");
        Write("articles/forgotten.png", "png");
        Article("refund-students", "Возврат студентам", "students", "", "Возврат для студентов.");
        Article("refund-course", "Возврат за курс «Python»", "students", "scope:\n  courses: [python]\n", "Возврат по договору курса.");
        Article("refund-old", "Старый возврат", "public", "valid_until: 2020-01-01\n", "Возврат по старым правилам.");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("kb-help-").FullName;

    public void Remove() => Directory.Delete(Folder, recursive: true);

    /// <summary>Writes one more article.</summary>
    public void Article(string id, string title, string audience, string more, string brief, string tail = "", string verifiedOn = "2026-11-12") =>
        Write($"articles/{id}.md", $"""
            ---
            id: {id}
            title: {title}
            kind: refund-terms
            audience: {audience}
            owner: payment
            verified_on: {verifiedOn}
            verify_every: 180
            {more}---

            # Кратко

            {brief}

            # Подробно

            Напишите в чат.

            ## Куда придут деньги

            На ту же карту.
            {tail}
            """);

    private void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
