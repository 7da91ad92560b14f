using System.Globalization;
using Kb.Bot.Dialogue;
using Kb.Desk.Conversations;
using Kb.Web.Features.Chat;

namespace Kb.Web.Tests.Features.Chat;

public sealed class BurstWindowTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly BurstWindow Window = new(
        turn => turn.Text.EndsWith('?') ? MessageEnding.Whole : turn.Text.EndsWith('…') ? MessageEnding.Unfinished : MessageEnding.Open, new ChatOptions());

    [Theory]
    [InlineData("видео стоит на месте", null, "0", "1.2")]
    [InlineData("видео стоит на месте", null, "0.9", "0.3")]
    [InlineData("видео стоит на месте", null, "1.2", "0")]
    [InlineData("видео стоит на месте", null, "60", "0")]
    [InlineData("у меня вопрос…", null, "0", "4")]
    [InlineData("у меня вопрос…", null, "2.5", "1.5")]
    [InlineData("у меня вопрос…", null, "4", "0")]
    [InlineData("где сертификат?", null, "0", "0")]
    [InlineData("Помогло", "helped", "0", "0")]
    [InlineData("видео стоит на месте", null, "-600", "1.2")]
    [InlineData("у меня вопрос…", null, "-600", "4")]
    public void A_message_that_leaves_room_for_another_waits_for_it(string text, string? pressed, string passed, string left)
    {
        var turn = Turn(text, pressed);

        Assert.Equal(Seconds(left), Window.Left(turn, Noon + Seconds(passed)));
    }

    [Theory]
    [InlineData("2", "2", "4")] // Two seconds later the second piece came.
    [InlineData("6", "6", "2")] // Eight seconds after the first the patience ends,
    [InlineData("6", "8", "0")] // whatever the last one looks like.
    public void Pieces_wait_for_each_other_and_not_for_ever(string later, string passed, string left)
    {
        var first = Turn("у меня…", null);
        var second = Turn("и видео…", null, Noon + Seconds(later));
        var burst = first with { Messages = [first.Message, second.Message] };

        Assert.Equal(Seconds(left), Window.Left(burst, Noon + Seconds(passed)));
    }

    [Fact]
    public void Pieces_that_are_whole_together_wait_no_more()
    {
        var first = Turn("у меня…", null);
        var burst = first with { Messages = [first.Message, Turn("где сертификат?", null).Message] };

        Assert.Equal(TimeSpan.Zero, Window.Left(burst, Noon));
    }

    [Fact]
    public async Task Short_messages_in_a_row_get_one_answer()
    {
        await using var kb = await KbApplication.StartAsync(ScriptedBot.Options with
        {
            Configuration = new Dictionary<string, string?> { ["Kb:Chat:BurstWindow"] = "00:00:10", ["Kb:Chat:UnfinishedWindow"] = "00:00:10", ["Kb:Chat:LongestBurst"] = "00:00:30" },
        });
        var student = await kb.CreateAnonymousClientAsync();
        var id = await student.StartConversationAsync();
        await using var stream = await EventReader.OpenAsync(student, $"/api/conversations/{id}/events");

        await student.SayAsync(id, "здравствуйте");
        await student.SayAsync(id, "у меня вопрос");
        var typing = await stream.NextAsync("typing", _ => true);
        await student.SayAsync(id, "как скачать серт?");
        var answer = await stream.NextAsync("message", message => message.GetProperty("author").GetString() == "bot");

        Assert.Equal("bot", typing.Data.GetProperty("author").GetString());
        Assert.Equal(4, answer.Data.GetProperty("seq").GetInt64());
        Assert.Equal(4, (await student.MessagesAsync(id)).Count);
    }

    private static TurnToTake Turn(string text, string? pressed, DateTimeOffset? at = null) => StudentTurn.Of(text, pressed, at ?? Noon, []);

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));
}
