using Kb.Desk.Searches;

namespace Kb.Desk.Tests.Searches;

public sealed class SearchMissesTests
{
    [Fact]
    public async Task Equal_queries_are_one_line_with_a_count_and_the_last_date()
    {
        await using var desk = await TestDesk.StartAsync();
        var first = desk.Clock.GetUtcNow();

        await RecordAsync(desk, Lost("рассрочка без банка"), Lost("рассрочка без банка") with { Place = SearchPlace.Staff });
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await RecordAsync(desk, Lost("рассрочка без банка"), Lost("рассрочка без банка"));

        var kept = await desk.Get<SearchMisses>().ListAsync(MissOutcome.NothingFound, 10, CancellationToken.None);
        Assert.Equal([(SearchPlace.Help, 3), (SearchPlace.Staff, 1)], kept.Select(miss => (miss.Place, miss.Count)));
        Assert.Equal([first.AddHours(1), first], kept.Select(miss => miss.LastAt));
    }

    [Fact]
    public async Task What_was_found_and_not_opened_is_counted_apart_with_the_hits_of_the_last_search()
    {
        await using var desk = await TestDesk.StartAsync();
        var unopened = Lost("рассрочка") with { Outcome = MissOutcome.NothingOpened, Hits = 7 };

        await RecordAsync(desk, Lost("рассрочка"), unopened, unopened with { Hits = 9 });

        var unopenedKept = Assert.Single(await desk.Get<SearchMisses>().ListAsync(MissOutcome.NothingOpened, 10, CancellationToken.None));
        var lostKept = Assert.Single(await desk.Get<SearchMisses>().ListAsync(MissOutcome.NothingFound, 10, CancellationToken.None));
        Assert.Equal((2, 9), (unopenedKept.Count, unopenedKept.Hits));
        Assert.Equal((1, 0), (lostKept.Count, lostKept.Hits));
    }

    [Fact]
    public async Task The_oldest_go_when_there_are_too_many()
    {
        await using var desk = await TestDesk.StartAsync();
        await RecordAsync(desk, Lost("самый старый"));
        desk.Clock.Advance(TimeSpan.FromHours(1));

        await RecordAsync(desk, [.. Enumerable.Range(0, SearchMisses.Kept).Select(i => Lost($"запрос {i}"))]);

        var kept = await desk.Get<SearchMisses>().ListAsync(MissOutcome.NothingFound, int.MaxValue, CancellationToken.None);
        Assert.Equal(SearchMisses.Kept, kept.Length);
        Assert.DoesNotContain(kept, miss => miss.Text == "самый старый");
    }

    private static MissedSearch Lost(string text) => new(SearchPlace.Help, MissOutcome.NothingFound, text, 0);

    private static Task<int> RecordAsync(TestDesk desk, params MissedSearch[] misses) =>
        desk.WriteAsync((write, token) => SearchMisses.RecordAsync(write, misses, token));
}
