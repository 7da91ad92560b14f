using System.Collections.Frozen;
using System.Text;

namespace Kb.Content.Rendering;

/// <summary>
/// Russian text → an address that every program can carry: «Как скачать с телефона» → <c>kak-skachat-s-telefona</c>.
/// The table is fixed, so an address never changes by itself; Markdig's own ids turn every Cyrillic heading into «section».
/// </summary>
public static class Slugger
{
    /// <summary>Longest slug, in characters.</summary>
    public const int MaxLength = 80;

    private static readonly FrozenDictionary<char, string> Latin = new Dictionary<char, string>
    {
        ['а'] = "a",
        ['б'] = "b",
        ['в'] = "v",
        ['г'] = "g",
        ['д'] = "d",
        ['е'] = "e",
        ['ё'] = "yo",
        ['ж'] = "zh",
        ['з'] = "z",
        ['и'] = "i",
        ['й'] = "y",
        ['к'] = "k",
        ['л'] = "l",
        ['м'] = "m",
        ['н'] = "n",
        ['о'] = "o",
        ['п'] = "p",
        ['р'] = "r",
        ['с'] = "s",
        ['т'] = "t",
        ['у'] = "u",
        ['ф'] = "f",
        ['х'] = "h",
        ['ц'] = "ts",
        ['ч'] = "ch",
        ['ш'] = "sh",
        ['щ'] = "sch",
        ['ъ'] = "",
        ['ы'] = "y",
        ['ь'] = "",
        ['э'] = "e",
        ['ю'] = "yu",
        ['я'] = "ya",
    }.ToFrozenDictionary();

    /// <summary>Lower-case Latin letters, digits and single hyphens; «section» when nothing of the text can be kept.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var symbol in WellFormedText.Of(text).Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            if (Latin.TryGetValue(symbol, out var letters))
            {
                slug.Append(letters);
            }
            else if (char.IsAsciiLetterOrDigit(symbol))
            {
                slug.Append(symbol);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var cut = slug.Length > MaxLength ? slug.ToString(0, MaxLength) : slug.ToString();
        cut = cut.TrimEnd('-');
        return cut.Length > 0 ? cut : "section";
    }

    /// <summary>A slug that is not in <paramref name="taken"/> yet; it is added there.</summary>
    public static string Unique(string text, ISet<string> taken)
    {
        var slug = Slug(text);
        var candidate = slug;
        for (var number = 2; !taken.Add(candidate); number++)
        {
            candidate = $"{slug}-{number}";
        }

        return candidate;
    }
}
