using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Analysis;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Finds which of a student's courses a text names, by the stems of its title.</summary>
internal static class CourseTitles
{
    private static readonly Analyzer Stems = RussianAnalyzer.Create("с на для и в по курс курса курсе курсу от до нуля".Split(' ').ToFrozenSet());

    /// <summary>The title; null when the text names none of the courses, or several alike.</summary>
    public static string? Find(string text, StudentCard? student)
    {
        var said = TermsOf(text);
        var named = (student?.Courses ?? [])
            .Select(course => (course.Title, Shared: TermsOf(course.Title).Count(said.Contains)))
            .Where(course => course.Shared > 0)
            .OrderByDescending(course => course.Shared)
            .ToImmutableArray();
        return named is [var only] ? only.Title : named is [var best, var next, ..] && best.Shared > next.Shared ? best.Title : null;
    }

    private static HashSet<string> TermsOf(string text) => [.. Stems.Analyze(text).Select(token => token.Term)];
}
