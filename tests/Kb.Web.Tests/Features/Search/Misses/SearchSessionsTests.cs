using Kb.Desk.Searches;
using Kb.Web.Features.Search.Misses;

namespace Kb.Web.Tests.Features.Search.Misses;

public sealed class SearchSessionsTests
{
    private readonly TestClock _clock = new();
    private readonly SearchSessions _sessions;

    public SearchSessionsTests() => _sessions = new SearchSessions(_clock);

    [Fact]
    public void Letters_typed_one_by_one_are_one_search()
    {
        foreach (var typed in new[] { "р", "рас", "расс", "рас", "рассрочка", "рассрочка без", "рассрочка без банка" })
        {
            Search(typed, total: 0);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty(_sessions.TakeMisses());
        _clock.Advance(SearchSessions.Pause);

        Assert.Equal((SearchPlace.Help, "рассрочка без банка"), Assert.Single(_sessions.TakeMisses()));
        Assert.Empty(_sessions.TakeMisses());
    }

    [Fact]
    public void What_was_found_in_the_end_is_no_miss()
    {
        Search("возвр", total: 0);
        Search("возврат", total: 7);
        _clock.Advance(SearchSessions.Pause);

        Assert.Empty(_sessions.TakeMisses());
    }

    [Fact]
    public void Another_question_ends_the_one_before()
    {
        Search("рассрочка без банка", total: 0);
        Search("сертификат", total: 3);

        Assert.Equal((SearchPlace.Help, "рассрочка без банка"), Assert.Single(_sessions.TakeMisses()));
    }

    [Fact]
    public void One_person_counts_once_and_two_count_twice()
    {
        foreach (var who in new[] { "иван", "иван", "мария" })
        {
            _sessions.Searched(who, SearchPlace.Help, "рассрочка без банка", total: 0);
            _clock.Advance(SearchSessions.Pause);
            _sessions.Searched(who, SearchPlace.Help, "сертификат", total: 3);
        }

        Assert.Equal(2, _sessions.TakeMisses().Length);
    }

    private void Search(string text, int total) => _sessions.Searched("иван", SearchPlace.Help, text, total);
}
