using Kb.Bench.Chat;

namespace Kb.Bench.Tests.Chat;

public sealed class ChatLoadTests
{
    [Fact]
    public async Task Every_turn_is_accepted_and_its_own_reply_is_read()
    {
        await using var bare = await BareServer.StartAsync(CancellationToken.None);
        using var http = new HttpClient { BaseAddress = bare.Address };
        await using var anna = await ChatStudent.ComeAsync(http, CancellationToken.None);
        await using var boris = await ChatStudent.ComeAsync(http, CancellationToken.None);
        var load = new ChatLoad(["Как получить сертификат?"], TimeSpan.FromSeconds(30));

        var result = await load.RunAsync([anna, boris], rate: 40, TimeSpan.FromSeconds(0.5), CancellationToken.None);

        Assert.Equal((0, 0, 20, 20), (result.Errors, result.Lost, result.ToReply.Length, result.ToReceipt.Length));
    }

    [Fact]
    public void Turns_that_were_refused_or_never_answered_break_the_limit()
    {
        ChatTurn quick = new ChatTurn.Answered(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2));
        var second = TimeSpan.FromSeconds(1);

        Assert.True(ChatResult.Of(2, second, [quick, quick]).Holds(100));
        Assert.False(ChatResult.Of(2, second, [quick, new ChatTurn.Lost()]).Holds(100));
        Assert.False(ChatResult.Of(2, second, [quick, new ChatTurn.Refused(429)]).Holds(100));
        Assert.False(ChatResult.Of(2, second, []).Holds(100));
    }

    [Theory]
    [InlineData(0.5, 5)]
    [InlineData(0.99, 10)]
    [InlineData(1, 10)]
    public void Percentile_is_the_value_that_so_many_do_not_exceed(double share, double value) =>
        Assert.Equal(value, ChatResult.Percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], share));
}
