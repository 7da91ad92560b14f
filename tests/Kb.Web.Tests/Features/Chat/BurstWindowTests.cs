using System.Globalization;
using Kb.Desk.Conversations;
using Kb.Web.Features.Chat;

namespace Kb.Web.Tests.Features.Chat;

public sealed class BurstWindowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly BurstWindow Window = new(text => text.EndsWith('?'), new ChatOptions());

    [Theory]
    [InlineData("у меня вопрос", null, "0", "1.2")]
    [InlineData("у меня вопрос", null, "0.9", "0.3")]
    [InlineData("у меня вопрос", null, "1.2", "0")]
    [InlineData("у меня вопрос", null, "60", "0")]
    [InlineData("где сертификат?", null, "0", "0")]
    [InlineData("Помогло", "helped", "0", "0")]
    [InlineData("у меня вопрос", null, "-600", "1.2")]
    public void A_message_that_leaves_room_for_another_waits_for_it(string text, string? pressed, string passed, string left)
    {
        var turn = Turn(text, pressed);

        Assert.Equal(Seconds(left), Window.Left(turn, Noon + Seconds(passed)));
    }

    [Fact]
    public async Task Short_messages_in_a_row_get_one_answer()
    {
        await using var kb = await KbApplication.StartAsync(ScriptedBot.Options with { Configuration = new Dictionary<string, string?> { ["Kb:Chat:BurstWindow"] = "00:00:10" } });
        var student = await kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();
        await using var stream = await EventReader.OpenAsync(student, $"/api/conversations/{id}/events");

        await student.SayAsync(id, "здравствуйте");
        await student.SayAsync(id, "у меня вопрос");
        await student.SayAsync(id, "как скачать серт?");
        var answer = await stream.NextAsync("message", message => message.GetProperty("author").GetString() == "bot");

        Assert.Equal(4, answer.Data.GetProperty("seq").GetInt64());
        Assert.Equal(4, (await student.MessagesAsync(id)).Count);
    }

    private static TurnToTake Turn(string text, string? pressed) => StudentTurn.Of(text, pressed, Noon, []);

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
}
