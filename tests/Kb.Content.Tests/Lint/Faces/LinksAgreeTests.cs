using Kb.Content.Lint;
using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Lint.Faces;

public sealed class LinksAgreeTests
{
    [Fact]
    public void One_name_that_leads_to_two_places_is_a_warning()
    {
        var finding = Assert.Single(LintedFolder.Findings("links-differ", TestFolder.Article(full: "Раздел [«Документы»](https://elsewhere.example/documents).")));

        Assert.Equal((FindingSeverity.Warning, 21), (finding.Severity, finding.Line));
    }

    [Theory]
    [InlineData("Раздел [«Документы»](link:documents).")]
    [InlineData("Раздел [«Архив»](https://elsewhere.example/documents).")]
    [InlineData("«Документы» лежат [здесь](https://elsewhere.example), а архив [здесь](https://archive.example).")]
    public void Other_names_and_unquoted_words_are_left_alone(string full) =>
        Assert.Empty(LintedFolder.Findings("links-differ", TestFolder.Article(full: full)));

    [Fact]
    public void A_place_that_the_full_text_never_mentions_is_a_note()
    {
        var finding = Assert.Single(LintedFolder.Findings("link-unmentioned", TestFolder.Article(full: "Сертификат скачивают в кабинете.")));

        Assert.Equal((FindingSeverity.Note, 13), (finding.Severity, finding.Line));
    }

    [Theory]
    [InlineData("Сертификат скачивают [тут](link:documents).")]
    [InlineData("Сертификат лежит среди документов.")]
    public void A_place_that_the_full_text_links_to_or_names_is_left_alone(string full) =>
        Assert.Empty(LintedFolder.Findings("link-unmentioned", TestFolder.Article(full: full)));
}
