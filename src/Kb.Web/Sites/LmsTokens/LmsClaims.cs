using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kb.Desk.People;

namespace Kb.Web.Sites.LmsTokens;

/// <summary>What a site's token says about a student, read strictly: a claim of another type is a refusal, never a guess.</summary>
internal sealed record LmsClaims
{
    private const int MaxText = 255;
    private const int MaxCourses = 200;

    // A claim that stands twice would be read differently by different libraries; unknown ones (iat, a school's own) are no business of ours.
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        MaxDepth = 8,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    [JsonPropertyName("iss"), JsonRequired]
    public string Issuer { get; init; } = "";

    [JsonPropertyName("aud"), JsonRequired]
    public string Audience { get; init; } = "";

    [JsonPropertyName("sub"), JsonRequired]
    public string Subject { get; init; } = "";

    [JsonPropertyName("jti"), JsonRequired]
    public string TokenId { get; init; } = "";

    /// <summary>Seconds since 1970, as the three below.</summary>
    [JsonPropertyName("exp"), JsonRequired]
    public double Expires { get; init; }

    [JsonPropertyName("nbf")]
    public double? NotBefore { get; init; }

    [JsonPropertyName("iat")]
    public double? IssuedAt { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("role")]
    public PersonRole Role { get; init; } = PersonRole.Student;

    [JsonPropertyName("courses")]
    public ImmutableArray<LmsCourse> Courses { get; init; } = [];

    [JsonPropertyName("page")]
    public LmsPage? Page { get; init; }

    /// <summary>Reads the payload of a token.</summary>
    /// <returns>The claims; null when one is missing, doubled, of another type, empty or too long.</returns>
    public static LmsClaims? Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize<LmsClaims>(payload, Strict) is { } claims && claims.IsSane ? claims : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsSane =>
        IsLine(Subject) && IsLine(TokenId) && IsOptionalLine(Name) && IsOptionalLine(Email)
        && !Courses.IsDefault && Courses.Length <= MaxCourses
        && Courses.All(course => course is not null && IsLine(course.Id) && IsLine(course.Title) && IsOptionalLine(course.Stream))
        && (Page is null || (IsOptionalLine(Page.Course) && IsOptionalLine(Page.Lesson)));

    private static bool IsLine(string text) => text.Length is > 0 and <= MaxText && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);

    private static bool IsOptionalLine(string? text) => text is null || IsLine(text);
}

/// <summary>A course of the student, in the token's own words.</summary>
internal sealed record LmsCourse(
    [property: JsonPropertyName("id"), JsonRequired] string Id,
    [property: JsonPropertyName("title"), JsonRequired] string Title,
    [property: JsonPropertyName("stream")] string? Stream = null,
    [property: JsonPropertyName("access_until")] DateOnly? AccessUntil = null);

/// <summary>The page where the widget was opened.</summary>
internal sealed record LmsPage(
    [property: JsonPropertyName("course")] string? Course = null,
    [property: JsonPropertyName("lesson")] string? Lesson = null);
