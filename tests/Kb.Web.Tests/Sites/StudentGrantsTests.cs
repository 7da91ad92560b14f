using Kb.Desk.People;
using Kb.Web.Sites.Sessions;

namespace Kb.Web.Tests.Sites;

public sealed class StudentGrantsTests
{
    private static readonly DateOnly LastDay = new(2026, 11, 24);

    [Theory]
    [InlineData(0, "public students role:student course:python course:excel stream:осень")]
    [InlineData(1, "public students role:student course:excel")]
    public void A_course_counts_until_its_last_day_of_access(int daysLater, string grants)
    {
        var person = new Person
        {
            Id = new("p"),
            Site = "demo",
            Subject = "ivan",
            Name = "Иван",
            Role = PersonRole.Student,
            CreatedAt = DateTimeOffset.UnixEpoch,
            SeenAt = DateTimeOffset.UnixEpoch,
            Courses = [new("python", "Python", "осень", LastDay), new("excel", "Excel", null, null)],
        };

        Assert.Equal(grants, string.Join(' ', StudentGrants.Of(person, LastDay.AddDays(daysLater))));
    }
}
