using System.Collections.Immutable;
using Kb.Content.Yaml;

namespace Kb.Content.Lint.Style;

/// <summary>Turns of speech that editors avoid, as lint/style.yaml lists them. Immutable.</summary>
/// <param name="Officialese">Канцелярит.</param>
/// <param name="Passive">Passive voice.</param>
internal sealed record StyleGuide(ImmutableArray<StyleMarker> Officialese, ImmutableArray<StyleMarker> Passive)
{
    /// <summary>Avoids nothing.</summary>
    public static StyleGuide None { get; } = new([], []);

    public static StyleGuide Read(string text, string file, ICollection<ContentFinding> findings)
    {
        if (YamlTreeReader.Read(text, file, 1, findings) is not YamlTree.Map map)
        {
            return None;
        }

        var fields = new YamlFields(map, file, findings);
        var guide = new StyleGuide(Markers(fields.Maps("officialese")), Markers(fields.Maps("passive")));
        fields.RefuseUnknown();
        return guide;
    }

    private static ImmutableArray<StyleMarker> Markers(ImmutableArray<YamlFields> entries) => [.. entries.SelectMany(Markers)];

    private static IEnumerable<StyleMarker> Markers(YamlFields entry)
    {
        var instead = entry.Required("instead");
        var markers = entry.Texts("words").Select(words => new StyleMarker(WordPattern.Parse(words), instead)).ToList();
        entry.RefuseUnknown();
        return markers;
    }
}

/// <summary>A turn of speech and what to write instead.</summary>
internal sealed record StyleMarker(WordPattern Pattern, string Instead);
