using Kb.Content.Register;
using Kb.Content.Regulations;
using Kb.Content.Templates;
using Kb.Desk.Conversations;
using Kb.Desk.People;
using Kb.Desk.Templates;
using Kb.Desk.Tickets;

namespace Kb.Desk.Tests.Templates;

public sealed class FilledTemplateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");
    private static readonly EnrolledCourse Python = new("python", "Python с нуля", null, null);

    [Fact]
    public void Everything_known_is_filled_in()
    {
        var filled = Fill("{{student.name}}, это {{ agent.name }}. По обращению {{ticket.number}} о курсе «{{course.title}}» ответим {{ticket.due}}.", Ticket(), Python);

        Assert.Equal("Мария, это Олег. По обращению №\u00a07 о курсе «Python с нуля» ответим до 18:00 24 ноября.", filled.Text);
        Assert.Empty(filled.Missing);
    }

    [Fact]
    public void What_is_not_known_stays_visible_and_is_named_once()
    {
        var filled = Fill("{{student.name}}! Курс «{{course.title}}», да, «{{course.title}}».", Ticket(name: null), Python, Python with { Id = "js" });

        Assert.Equal("{{student.name}}! Курс «{{course.title}}», да, «{{course.title}}».", filled.Text);
        Assert.Equal<string>([TemplateVariables.StudentName, TemplateVariables.CourseTitle], filled.Missing);
        Assert.Equal<string>(filled.Missing, FilledTemplate.MissingIn(filled.Text));
    }

    [Fact]
    public void A_deadline_that_has_passed_is_not_promised() =>
        Assert.Equal<string>([TemplateVariables.TicketDue], Fill("Ответим {{ticket.due}}.", Ticket(due: Now.AddMinutes(-1))).Missing);

    [Fact]
    public void A_deadline_of_another_year_names_it() =>
        Assert.Equal("до 9:30 1 января 2027 года", Fill("{{ticket.due}}", Ticket(due: new DateTimeOffset(2027, 1, 1, 6, 30, 0, TimeSpan.Zero))).Text);

    [Fact]
    public void A_value_is_not_filled_again_and_the_braces_of_others_are_let_be()
    {
        var filled = Fill("{{student.name}}: {{ user.email }} и {{fact.hours}}", Ticket(name: "{{agent.name}}"));

        Assert.Equal("{{agent.name}}: {{ user.email }} и {{fact.hours}}", filled.Text);
        Assert.Empty(FilledTemplate.MissingIn("В шаблоне Jinja пишут {{ user.email }}."));
    }

    [Fact]
    public void The_headings_of_regulations_are_the_statuses_of_tickets() =>
        Assert.Equal(Enum.GetValues<TicketStatus>().Select(status => status.Label()), Regulation.Statuses);

    private static FilledTemplate Fill(string text, Ticket ticket, params EnrolledCourse[] courses) =>
        FilledTemplate.Of(text, TemplateValues.Of(ticket, [.. courses], "Олег", Now, Moscow));

    private static Ticket Ticket(string? name = "Мария", DateTimeOffset? due = null) => new()
    {
        Id = TicketId.From("t"),
        Number = 7,
        ConversationId = ConversationId.From("c"),
        Status = TicketStatus.Open,
        Line = 1,
        ServiceClass = ServiceClass.Today,
        PersonName = name,
        Title = "Вопрос",
        Handoff = new HandoffPacket("Вопрос", [], [], null),
        LastAuthor = MessageAuthor.Student,
        LastAt = Now,
        CreatedAt = Now,
        FirstReplyDueAt = Now,
        ResolutionDueAt = due ?? new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero),
        NextDueAt = Now,
    };
}
