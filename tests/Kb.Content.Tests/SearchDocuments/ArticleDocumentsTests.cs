using System.Collections.Frozen;
using Kb.Content.SearchDocuments;
using Kb.Content.Tests.Loading;
using Kb.Search.Index;

namespace Kb.Content.Tests.SearchDocuments;

public sealed class ArticleDocumentsTests
{
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    [Fact]
    public void What_only_agents_may_know_stands_in_documents_of_its_own()
    {
        using var folder = new TestFolder();
        folder.Write("articles/documents/certificate-get.md", TestFolder.Article() + "\n\n# Для сотрудников\n\nПароль архива у второй линии.\n");
        var documents = ArticleDocuments.Of(folder.Load().Base!, Moscow).ToDictionary(document => document.Id);
        var everyone = FrozenSet.Create("public");

        Assert.Equal(["certificate-get", "certificate-get/note", "certificate-get/template"], documents.Keys.Order(StringComparer.Ordinal));
        Assert.True(documents["certificate-get"].Access.Admits(everyone));
        Assert.DoesNotContain(documents["certificate-get"].Fields, field => field.Text.Contains("архива", StringComparison.Ordinal));
        Assert.False(documents["certificate-get/note"].Access.Admits(everyone));
        Assert.False(documents["certificate-get/template"].Access.Admits(everyone));
    }

    [Fact]
    public void A_template_of_its_own_is_found_by_agents_alone()
    {
        using var folder = new TestFolder();
        folder.Write("templates/details/screenshot.md", "---\nid: certificate-get\ntitle: Просим снимок\ngroup: details\nkinds: [certificate-get]\ntags: [скриншот]\n---\nПришлите снимок.");

        var document = Assert.Single(TemplateDocuments.Of(folder.Load().Base!));

        Assert.Equal("template/certificate-get", document.Id);
        Assert.Equal(("template", "certificate-get"), (document.Attributes[ArticleDocuments.Type], document.Attributes[ArticleDocuments.Kind]));
        Assert.Contains(document.Fields, field => field.Text == "скриншот, Как получить сертификат");
        Assert.False(document.Access.Admits(FrozenSet.Create("public", "students")));
        Assert.True(document.Access.Admits(FrozenSet.Create("agents")));
    }

    [Fact]
    public void The_main_article_of_a_kind_is_found_by_what_students_write_and_its_neighbour_is_not()
    {
        using var folder = new TestFolder();
        folder.Write("phrases/documents.yaml", "certificate-get:\n  phrases:\n    - серт не пришёл\n");
        folder.Write("articles/documents/certificate-phone.md", TestFolder.Article(id: "certificate-phone"));

        var documents = ArticleDocuments.Of(folder.Load().Base!, Moscow).ToDictionary(document => document.Id);

        Assert.Contains(documents["certificate-get"].Fields, field => field == new FieldText(ArticleDocuments.Phrases, "серт не пришёл"));
        Assert.DoesNotContain(documents["certificate-phone"].Fields, field => field.Text.Contains("серт не пришёл", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_spelt_by_ear_are_found_as_they_are_written_and_how_students_write_stays()
    {
        using var folder = new TestFolder();
        folder.Write("phrases/documents.yaml", """
            certificate-get:
              phrases:
                - не пришол сиртификат
                - пришёл ли сертификат?
                - летнее расписание
                - лишнее письмо
            """);

        var document = ArticleDocuments.Of(folder.Load().Base!, Moscow).First(document => document.Id == "certificate-get");

        Assert.Contains(document.Fields, field => field == new FieldText(ArticleDocuments.Phrases, "не пришол сертификат\nпришёл ли сертификат?\nлетнее расписание\nлишнее письмо"));
    }

    [Fact]
    public void The_first_and_the_last_valid_day_are_whole_days_of_the_school()
    {
        using var folder = new TestFolder();
        folder.Write("articles/documents/certificate-get.md", TestFolder.Article(extra: "valid_from: 2026-11-01\nvalid_until: 2026-11-20"));

        var document = ArticleDocuments.Of(folder.Load().Base!, Moscow).First();

        Assert.Equal(new DateTimeOffset(2026, 10, 31, 21, 0, 0, TimeSpan.Zero), document.ValidFrom);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 21, 0, 0, TimeSpan.Zero), document.ValidUntil);
    }
}
