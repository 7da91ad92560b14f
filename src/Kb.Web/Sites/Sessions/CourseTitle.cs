using System.Text;

namespace Kb.Web.Sites.Sessions;

/// <summary>
/// The title of a course as it can stand in quotation marks wherever it is told: a platform often has it quoted already, and «курса ««Python»»» is
/// no Russian. Outer marks go, those inside become „лапки“.
/// </summary>
internal static class CourseTitle
{
    private const string Opening = "«„“";
    private const string Closing = "»“”";

    /// <summary>The title without marks around it, with inner marks of the second kind; as it was where nothing but marks is in it.</summary>
    public static string Inside(string title)
    {
        var bare = title.Trim();
        if (bare.Length > 2 && (Opening.Contains(bare[0]) || bare[0] == '"') && (Closing.Contains(bare[^1]) || bare[^1] == '"') && bare[1..^1].IndexOfAny([.. Opening, .. Closing, '"']) < 0)
        {
            bare = bare[1..^1].Trim();
        }

        var inner = new StringBuilder(bare.Length);
        foreach (var character in bare)
        {
            inner.Append(character switch
            {
                '«' => '„',
                '»' or '”' => '“',
                '"' => inner.Length == 0 || char.IsWhiteSpace(inner[^1]) || inner[^1] == '(' ? '„' : '“',
                _ => character,
            });
        }

        return inner.Length == 0 ? title : inner.ToString();
    }
}
