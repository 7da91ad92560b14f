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

        Assert.Equal(Lost("рассрочка без банка"), Assert.Single(_sessions.TakeMisses()));
        Assert.Empty(_sessions.TakeMisses());
    }

    [Fact]
    public void What_was_found_and_opened_in_the_end_is_no_miss()
    {
        Search("возвр", total: 0);
        Search("возврат", total: 7);
        _sessions.Used("иван");
        _clock.Advance(SearchSessions.Reading);

        Assert.Empty(_sessions.TakeMisses());
    }

    [Fact]
    public void Hits_that_nobody_opens_are_told_of_after_there_was_time_to_read_them()
    {
        Search("возвр", total: 12);
        Search("возврат", total: 7);
        _clock.Advance(SearchSessions.Pause);
        Assert.Empty(_sessions.TakeMisses());
        _clock.Advance(SearchSessions.Reading);

        Assert.Equal(new MissedSearch(SearchPlace.Help, MissOutcome.NothingOpened, "возврат", 7), Assert.Single(_sessions.TakeMisses()));
        Assert.Empty(_sessions.TakeMisses());
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(5, "рассрочка без б")]
    public void A_half_typed_query_is_a_search_only_where_somebody_stopped_to_look(int seconds, string missed)
    {
        _sessions.Searched("иван", SearchPlace.Help, "рассрочка без б", total: 5, isTyping: true);
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        _sessions.Searched("иван", SearchPlace.Help, "серт", total: 3, isTyping: true);
        _clock.Advance(SearchSessions.Reading);

        Assert.Equal(missed, string.Join(' ', _sessions.TakeMisses().Select(miss => miss.Text)));
    }

    [Fact]
    public void Whoever_asks_something_else_instead_of_opening_a_hit_did_not_want_it()
    {
        Search("рассрочка без банка", total: 5);
        Search("сертификат", total: 3);
        _sessions.Used("иван");
        _clock.Advance(SearchSessions.Reading);

        Assert.Equal("рассрочка без банка", Assert.Single(_sessions.TakeMisses()).Text);
    }

    [Fact]
    public void The_same_query_again_goes_on_with_the_same_search()
    {
        Search("возврат", total: 7);
        _clock.Advance(SearchSessions.Pause + TimeSpan.FromMinutes(1));
        Search("возврат", total: 7);
        _sessions.Used("иван");
        _clock.Advance(SearchSessions.Reading);

        Assert.Empty(_sessions.TakeMisses());
    }

    [Fact]
    public void A_program_opens_nothing_and_is_not_blamed_for_it()
    {
        _sessions.Searched("key:1", SearchPlace.Staff, "возврат", total: 7, isProgram: true);
        _sessions.Searched("key:1", SearchPlace.Staff, "рассрочка без банка", total: 0, isProgram: true);
        _clock.Advance(SearchSessions.Reading);

        Assert.Equal(MissOutcome.NothingFound, Assert.Single(_sessions.TakeMisses()).Outcome);
    }

    [Fact]
    public void Another_question_ends_the_one_before()
    {
        Search("рассрочка без банка", total: 0);
        Search("сертификат", total: 3);

        Assert.Equal(Lost("рассрочка без банка"), Assert.Single(_sessions.TakeMisses()));
    }

    [Fact]
    public void One_person_counts_once_and_two_count_twice()
    {
        foreach (var who in new[] { "иван", "иван", "мария" })
        {
            _sessions.Searched(who, SearchPlace.Help, "рассрочка без банка", total: 0);
            _clock.Advance(SearchSessions.Pause);
            _sessions.Searched(who, SearchPlace.Help, "сертификат", total: 3);
            _sessions.Used(who);
        }

        Assert.Equal(2, _sessions.TakeMisses().Length);
    }

    private static MissedSearch Lost(string text) => new(SearchPlace.Help, MissOutcome.NothingFound, text, 0);

    private void Search(string text, int total) => _sessions.Searched("иван", SearchPlace.Help, text, total);
}
