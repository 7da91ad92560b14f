using System.Collections.Immutable;

namespace Kb.Content.Lint.Style;

/// <summary>
/// Канцелярит and passive voice in what students read, by the turns that lint/style.yaml lists. Notes: an editor decides. Only listed
/// turns are reported, because a rule for every «-ся» would name «появится» and «открывается», which are plain Russian. Titles, cards
/// and what is for agents are not read.
/// </summary>
internal sealed class StyleMarkers : IContentRule
{
    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        foreach (var (file, face) in material.StudentTexts)
        {
            foreach (var run in Prose.Runs(face.Markdown))
            {
                Report("officialese", "Канцелярит", material.Style.Officialese, file, face, run, findings);
                Report("passive", "Страдательный залог", material.Style.Passive, file, face, run, findings);
            }
        }
    }

    private static void Report(string rule, string name, ImmutableArray<StyleMarker> markers, string file, CheckedFace face, IReadOnlyList<ProseWord> run, ICollection<ContentFinding> findings)
    {
        for (var start = 0; start < run.Count; start++)
        {
            foreach (var marker in markers)
            {
                if (marker.Pattern.Matches(run, start))
                {
                    var words = string.Join(' ', run.Skip(start).Take(marker.Pattern.Length).Select(word => word.Text));
                    findings.Add(ContentFinding.Note(rule, file, face.LineOf(face.Markdown, run[start].Offset), $"{name} в разделе «{face.Name}»: «{words}».", marker.Instead));
                    break;
                }
            }
        }
    }
}
