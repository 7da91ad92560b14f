using Kb.Content.Lint;
using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Lint.Style;

public sealed class StyleMarkersTests
{
    private const string Style = """
        officialese:
          - instead: Назовите действие.
            words: [осуществля*, "в случае возникновения|отсутствия", данный|данного]
        passive:
          - instead: Назовите, кто.
            words: ["был|было|были отправлен*", рассматривается]
        """;

    [Theory]
    [InlineData("Школа осуществляет возврат.", "officialese")]
    [InlineData("В случае\nвозникновения вопросов напишите.", "officialese")]
    [InlineData("Для **данного** курса.", "officialese")]
    [InlineData("Письмо было отправлено вчера.", "passive")]
    [InlineData("Заявка РАССМАТРИВАЕТСЯ.", "passive")]
    public void A_listed_turn_is_a_note_in_a_face_for_students(string full, string rule)
    {
        var finding = Assert.Single(Notes(TestFolder.Article(full: full)));

        Assert.Equal((rule, FindingSeverity.Note, 21), (finding.Rule, finding.Severity, finding.Line));
    }

    [Theory]
    [InlineData("Ваши данные в безопасности.")] // another word
    [InlineData("Кнопка «Осуществляется вход» погаснет.")] // a quoted label
    [InlineData("Запустите `осуществляется`.")] // code
    [InlineData("Письмо было. Отправлено вчера.")] // two sentences
    [InlineData("Он был рад: отправлено!")] // not neighbours
    [InlineData("Курс откроется, сертификат появится.")] // reflexive, but plain
    public void Near_misses_are_left_alone(string full) =>
        Assert.Empty(Notes(TestFolder.Article(full: full)));

    [Fact]
    public void Cards_notes_for_agents_and_their_articles_are_not_read()
    {
        Assert.Empty(Notes(TestFolder.Article(card: TestFolder.GoodCard + "\n\nШкола осуществляет возврат.\n\n# Для сотрудников\n\nШкола осуществляет возврат.")));
        Assert.Empty(Notes(TestFolder.Article(full: "Школа осуществляет возврат.").Replace("audience: public", "audience: agents", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_template_of_its_own_is_read_too()
    {
        const string Template = "---\nid: sorry\ntitle: Извинение\ngroup: apology\n---\n\nОтвет был отправлен вчера.";

        Assert.Equal(("passive", 7), Notes(TestFolder.Article(), ("templates/sorry.md", Template)).Select(note => (note.Rule, note.Line)).Single());
    }

    [Fact]
    public void A_broken_list_of_turns_is_named()
    {
        Assert.NotEmpty(LintedFolder.Findings("field-missing", ("lint/style.yaml", "passive:\n  - words: [рассматривается]")));
        Assert.NotEmpty(LintedFolder.Findings("field-unknown", ("lint/style.yaml", "pasive: []")));
    }

    private static List<ContentFinding> Notes(string article, params (string Path, string Text)[] more)
    {
        (string, string)[] files = [("lint/style.yaml", Style), (LintedFolder.ArticleFile, article), .. more];
        return [.. LintedFolder.Findings("officialese", files), .. LintedFolder.Findings("passive", files)];
    }
}
