using Kb.Content.Articles;
using Kb.Content.Register;
using Kb.Content.Templates;
using Kb.Desk.Templates;
using Kb.Desk.Tickets;

namespace Kb.Desk.Tests.Templates;

public sealed class TemplateChoiceTests
{
    private static readonly ReplyTemplate[] All =
    [
        Template("hello", TemplateGroup.Greeting),
        Template("taken", TemplateGroup.TakingOver),
        Template("screenshot", TemplateGroup.Details, kinds: ["site-error"]),
        Template("device", TemplateGroup.Details, types: ["technical"]),
        Template("receipt", TemplateGroup.Details, kinds: ["receipt"]),
        Template("sorry", TemplateGroup.Apology),
        Template("soon", TemplateGroup.Promise),
        Template("bye", TemplateGroup.Closing),
    ];

    [Theory]
    [InlineData(TicketStatus.Open, false, "hello taken screenshot device")]
    [InlineData(TicketStatus.Open, true, "screenshot device taken")]
    [InlineData(TicketStatus.InProgress, true, "screenshot device soon")]
    [InlineData(TicketStatus.WaitingRequester, true, "screenshot device bye")]
    [InlineData(TicketStatus.InternalRequest, true, "soon sorry screenshot device")]
    [InlineData(TicketStatus.Feedback, true, "bye screenshot device")]
    public void What_fits_follows_the_status_and_what_the_ticket_is_about(TicketStatus status, bool isReplied, string expected) =>
        Assert.Equal(expected, Fitting("site-error", "technical", status, isReplied));

    [Fact]
    public void Without_kind_and_type_only_general_templates_fit() =>
        Assert.Equal("hello taken", Fitting(null, null, TicketStatus.Open, isReplied: false));

    [Fact]
    public void Every_template_is_there_once_whether_it_fits_or_not()
    {
        foreach (var status in Enum.GetValues<TicketStatus>())
        {
            var ranked = TemplateChoice.Rank(All, new KindId("receipt"), "payment", status, isReplied: true);

            Assert.Equal(All.Select(template => template.Id.Value).Order(), ranked.Select(found => found.Template.Id.Value).Order());
            Assert.DoesNotContain(ranked.SkipWhile(found => found.Fits), found => found.Fits);
        }
    }

    private static string Fitting(string? kind, string? type, TicketStatus status, bool isReplied) => string.Join(
        ' ',
        TemplateChoice.Rank(All, kind is null ? null : new KindId(kind), type, status, isReplied)
            .Where(found => found.Fits)
            .Select(found => found.Template.Id));

    private static ReplyTemplate Template(string id, TemplateGroup group, string[]? kinds = null, string[]? types = null) => new(
        new TemplateId(id), id, group, [.. (kinds ?? []).Select(kind => new KindId(kind))], [.. types ?? []], [], new Face("Текст", 1), id + ".md");
}
