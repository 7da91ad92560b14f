using System.Collections.Immutable;
using Kb.Web.Sites;

namespace Kb.Web.Features.Demo;

/// <summary>A student of the learning platform that the demo page plays.</summary>
/// <param name="Key">In the address of the page.</param>
/// <param name="Name">As the platform knows them.</param>
/// <param name="Email">A reserved domain: nothing can ever be sent there.</param>
/// <param name="Course">The course on the page.</param>
public sealed record DemoStudent(string Key, string Name, string Email, DemoCourse Course)
{
    /// <summary>Seconds that a token is valid: shorter than Kb allows, so that the demo shows renewal too.</summary>
    public const int TokenSeconds = 10 * 60;

    /// <summary>All of them; the first is shown unless another is asked for.</summary>
    public static ImmutableArray<DemoStudent> All { get; } =
    [
        new("maria", "Мария Соколова", "maria@example.ru", new("python", "Python-разработчик", "осень-2026", DaysLeft: 120)),
        new("timur", "Тимур Алиев", "timur@example.ru", new("design", "Графический дизайн с нуля", "весна-2026", DaysLeft: 5)),
    ];

    /// <summary>The student with this key, or null.</summary>
    public static DemoStudent? Find(string? key) => All.FirstOrDefault(student => student.Key == key);

    /// <summary>What the platform's token says about them: the claims that a school's own server would sign.</summary>
    /// <param name="tokenId">Unique to this token.</param>
    /// <param name="now">The platform's clock.</param>
    public object Claims(string tokenId, DateTimeOffset now) => new
    {
        iss = Site.DemoId,
        aud = "kb",
        sub = $"demo-{Key}",
        name = Name,
        email = Email,
        role = "student",
        iat = now.ToUnixTimeSeconds(),
        exp = now.ToUnixTimeSeconds() + TokenSeconds,
        jti = tokenId,
        courses = new[] { new { id = Course.Id, title = Course.Title, stream = Course.Stream, access_until = Course.AccessUntil(now) } },
        page = new { course = Course.Id, lesson = "3" },
    };
}

/// <summary>A course that the demo platform sells.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Stream">The student's stream.</param>
/// <param name="DaysLeft">Days of access from today: a demo must not age.</param>
public sealed record DemoCourse(string Id, string Title, string Stream, int DaysLeft)
{
    /// <summary>The last day of access.</summary>
    public DateOnly AccessUntil(DateTimeOffset now) => DateOnly.FromDateTime(now.Date).AddDays(DaysLeft);
}
