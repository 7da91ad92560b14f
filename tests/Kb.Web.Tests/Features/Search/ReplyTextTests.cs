using System.Collections.Frozen;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Rendering;
using Kb.Web.Features.Search;

namespace Kb.Web.Tests.Features.Search;

public class ReplyTextTests
{
    private static readonly LinkTargets Targets = new(FrozenSet.Create(new ArticleId("refund")), FactSheet.Empty);

    [Theory]
    [InlineData("Откройте [«Документы»](https://school.example/docs) и\nскачайте.", "Откройте «Документы» и скачайте.\n\n«Документы»: https://school.example/docs")]
    [InlineData("Смотрите [статью](article:refund).", "Смотрите статью.\n\n/help/articles/refund")]
    [InlineData("Смотрите [статью](article:gone).", "Смотрите статью.")]
    [InlineData("Это **важно**.", "Это важно.")]
    [InlineData("| Когда | Что вернём |\n|---|---|\n| До начала | Всё |", "Когда → что вернём:\nДо начала → Всё")]
    public void Text_for_any_channel_has_addresses_and_no_markup(string markdown, string expected) =>
        Assert.Equal(expected, ReplyText.Of(new Face(markdown, 1), Targets));

    [Theory]
    [InlineData("{{student.name}}, здравствуйте!\nМы **уже**\nсмотрим.", "{{student.name}}, здравствуйте! Мы **уже** смотрим.")]
    [InlineData("Нужно:\n- почта\n- курс\n\nСпасибо\nвам", "Нужно:\n- почта\n- курс\n\nСпасибо вам")]
    [InlineData("1. раз\n2. два", "1. раз\n2. два")]
    [InlineData("строка  \nс новой", "строка  \nс новой")]
    public void A_template_keeps_its_lists_variables_and_wanted_breaks(string markdown, string expected) =>
        Assert.Equal(expected, ReplyText.OfTemplate(new Face(markdown, 1), Targets));
}
