using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Query;
using Kb.Web.Features.Search;
using Kb.Web.Knowledge;
using Kb.Web.Tests.Features.Help;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Features.Search;

public sealed class SearchPriorsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly HelpContent _content = new();
    private KbApplication _kb = null!;

    public async Task InitializeAsync()
    {
        // Two of a kind but for the day of their last check; they must not differ in a word.
        _content.Article("a-stale", "Рассрочка от школы", "public", "", "Платите равными частями.", verifiedOn: "2025-01-10");
        _content.Article("b-fresh", "Рассрочка от школы", "public", "", "Платите равными частями.");
        _content.Article("c-course", "Рассрочка от школы", "students", "scope:\n  courses: [python]\n", "Платите равными частями.");
        _kb = await KbApplication.StartAsync(new TestOptions { Content = _content.Folder });
    }

    public async Task DisposeAsync()
    {
        await _kb.DisposeAsync();
        _content.Remove();
    }

    [Fact]
    public void Among_equals_what_is_long_unchecked_comes_last_and_what_is_for_the_readers_course_first()
    {
        Assert.Equal(["a-stale", "b-fresh", "c-course"], Find([]).Select(hit => hit.Id));

        var hits = Find([SearchPriors.Overdue(new DateOnly(2026, 11, 24)), .. SearchPriors.Own(Edition, Grants("course:python"), "для вашего курса")]);

        Assert.Equal(["c-course", "b-fresh", "a-stale"], hits.Select(hit => hit.Id));
        Assert.Contains(hits[0].Why.Parts, part => part.Text == "для вашего курса");
        Assert.Contains(hits[2].Why.Parts, part => part.Text == "давно не проверялась");
        Assert.DoesNotContain(hits[1].Why.Parts, part => part.Text == "давно не проверялась");
    }

    [Theory]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-24", true)]
    public void The_last_day_of_a_check_still_counts(string verifyBy, bool isInTime)
    {
        var overdue = SearchPriors.Overdue(new DateOnly(2026, 11, 24));

        Assert.Equal(isInTime, string.CompareOrdinal(verifyBy, overdue.Value) > 0);
    }

    [Fact]
    public void What_opens_everything_to_the_staff_makes_nothing_their_own() =>
        Assert.Empty(SearchPriors.Own(Edition, Grants("public", "students", "agents"), "для вас"));

    private KnowledgeEdition Edition => _kb.Services.GetRequiredService<CurrentKnowledge>().Edition;

    private ImmutableArray<SearchHit> Find(ImmutableArray<Prior> priors) =>
        Edition.Index.Search(Query("рассрочка", priors)).Hits;

    private static SearchQuery Query(string text, ImmutableArray<Prior> priors) =>
        new(text, Grants("public", "students", "course:python"), Now) { Priors = priors };

    private static FrozenSet<string> Grants(params string[] grants) => grants.ToFrozenSet(StringComparer.Ordinal);
}
