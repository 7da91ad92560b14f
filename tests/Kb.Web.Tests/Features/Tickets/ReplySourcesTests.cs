using System.Net;
using System.Text.Json;
using Kb.Web.Tests.Features.Chat;
using Kb.Web.Tests.Features.Help;

namespace Kb.Web.Tests.Features.Tickets;

/// <summary>Which articles an answer may carry, and where its readers open them.</summary>
public sealed class ReplySourcesTests : IAsyncLifetime
{
    private readonly HelpContent _content = new();
    private KbApplication _kb = null!;
    private HttpClient _agent = null!;

    public async Task InitializeAsync()
    {
        _kb = await KbApplication.StartAsync(ScriptedBot.Options with { Content = _content.Folder });
        _agent = await _kb.CreateAgentClientAsync();
    }

    public async Task DisposeAsync()
    {
        await _kb.DisposeAsync();
        _content.Remove();
    }

    [Fact]
    public async Task A_student_opens_public_pages_and_the_team_its_own()
    {
        var student = await _kb.CreateStudentClientAsync();
        var (conversation, ticket) = await OpenAsync(student);

        var replied = await ReplyAsync(ticket, "refund", "refund-students");
        var shown = (await student.MessagesAsync(conversation)).Single(message => message.GetProperty("author").GetString() == "agent");
        var card = await (await _agent.GetAsync($"/api/tickets/{ticket}")).JsonAsync();
        var forTeam = card.GetProperty("messages").EnumerateArray().Single(message => message.GetProperty("author").GetString() == "agent");
        var pages = await Task.WhenAll(UrlsOf(forTeam).Select(url => _agent.GetAsync(url)));

        Assert.Equal(HttpStatusCode.Created, replied.StatusCode);
        Assert.Equal(["/help/articles/refund", null], UrlsOf(shown));
        Assert.Equal(["/search/articles/refund", "/search/articles/refund-students"], UrlsOf(forTeam));
        Assert.All(pages, page => Assert.Equal(HttpStatusCode.OK, page.StatusCode));
    }

    [Theory]
    [InlineData("refund-inside", false)] // agents only
    [InlineData("refund-course", false)] // students of another course
    [InlineData("refund-students", true)]
    [InlineData("no-such", false)]
    public async Task A_student_is_shown_no_article_that_is_not_for_them(string article, bool isTheirs)
    {
        var (_, ticket) = await OpenAsync(await _kb.CreateStudentClientAsync(courses: new TestCourse("java", "Java")));

        var replied = await ReplyAsync(ticket, "refund", article);

        if (isTheirs)
        {
            Assert.Equal(HttpStatusCode.Created, replied.StatusCode);
        }
        else
        {
            await replied.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "ticket.article_not_for_students");
        }
    }

    [Fact]
    public async Task An_article_of_a_course_is_for_its_students_and_one_for_students_is_not_for_strangers()
    {
        var (_, theirs) = await OpenAsync(await _kb.CreateStudentClientAsync(courses: new TestCourse("python", "Python")));
        var (_, strangers) = await OpenAsync(await _kb.CreateAnonymousClientAsync());

        var toStudent = await ReplyAsync(theirs, "refund-course");
        var toStranger = await ReplyAsync(strangers, "refund-students");

        Assert.Equal(HttpStatusCode.Created, toStudent.StatusCode);
        await toStranger.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "ticket.article_not_for_students");
    }

    private static IEnumerable<string?> UrlsOf(JsonElement message) =>
        [.. message.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("url").GetString())];

    private async Task<(string Conversation, string Ticket)> OpenAsync(HttpClient student)
    {
        var conversation = await student.StartConversationAsync();
        return (conversation, (await student.OpenTicketAsync(conversation, _agent)).GetProperty("id").GetString()!);
    }

    private Task<HttpResponseMessage> ReplyAsync(string ticket, params string[] articles) =>
        _agent.SendAsync($"/api/tickets/{ticket}/reply", new { text = "Вот статья.", articleIds = articles });
}
