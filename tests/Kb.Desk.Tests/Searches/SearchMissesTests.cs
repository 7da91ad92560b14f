using Kb.Desk.Searches;

namespace Kb.Desk.Tests.Searches;

public sealed class SearchMissesTests
{
    [Fact]
    public async Task Equal_queries_are_one_line_with_a_count_and_the_last_date()
    {
        await using var desk = await TestDesk.StartAsync();
        var first = desk.Clock.GetUtcNow();

        await RecordAsync(desk, (SearchPlace.Help, "рассрочка без банка"), (SearchPlace.Staff, "рассрочка без банка"));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await RecordAsync(desk, (SearchPlace.Help, "рассрочка без банка"), (SearchPlace.Help, "рассрочка без банка"));

        var kept = await desk.Get<SearchMisses>().ListAsync(10, CancellationToken.None);
        Assert.Equal([(SearchPlace.Help, 3), (SearchPlace.Staff, 1)], kept.Select(miss => (miss.Place, miss.Count)));
        Assert.Equal([first.AddHours(1), first], kept.Select(miss => miss.LastAt));
    }

    [Fact]
    public async Task The_oldest_go_when_there_are_too_many()
    {
        await using var desk = await TestDesk.StartAsync();
        await RecordAsync(desk, (SearchPlace.Help, "самый старый"));
        desk.Clock.Advance(TimeSpan.FromHours(1));

        await RecordAsync(desk, [.. Enumerable.Range(0, SearchMisses.Kept).Select(i => (SearchPlace.Help, $"запрос {i}"))]);

        var kept = await desk.Get<SearchMisses>().ListAsync(int.MaxValue, CancellationToken.None);
        Assert.Equal(SearchMisses.Kept, kept.Length);
        Assert.DoesNotContain(kept, miss => miss.Text == "самый старый");
    }

    private static Task<int> RecordAsync(TestDesk desk, params (SearchPlace, string)[] misses) =>
        desk.WriteAsync((write, token) => SearchMisses.RecordAsync(write, misses, token));
}
