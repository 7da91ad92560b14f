using System.Text.RegularExpressions;

namespace Kb.Content.Lint.Style;

/// <summary>
/// A course's title stands in «ёлочки»: the variable of a template, and any name right after the word «курс» («на курсе
/// Python-разработчик»). Not reported: «курс» at the end of a sentence, a common noun after it («курс дизайна»), what is already
/// quoted, and what only agents read.
/// </summary>
internal sealed partial class CourseQuotes : IContentRule
{
    private const string Rule = "course-quotes";
    private const string Remedy = "Возьмите название курса в «ёлочки».";

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        foreach (var (file, face) in material.StudentTexts)
        {
            foreach (Match match in CourseName().Matches(face.Markdown))
            {
                findings.Add(ContentFinding.Warning(Rule, file, face.LineOf(face.Markdown, match.Index), $"Название курса «{match.Groups["name"].Value}» стоит без кавычек.", Remedy));
            }

            foreach (Match match in CourseVariable().Matches(face.Markdown).Where(match => !IsQuoted(face.Markdown, match.Index)))
            {
                findings.Add(ContentFinding.Warning(Rule, file, face.LineOf(face.Markdown, match.Index), "Переменная {{course.title}} стоит без кавычек.", "Напишите «{{course.title}}»."));
            }
        }
    }

    /// <summary>Whether the nearest quote before it opens.</summary>
    private static bool IsQuoted(string text, int index) => text.LastIndexOf('«', index) > text.LastIndexOf('»', index);

    [GeneratedRegex(@"\{\{\s*course\.title\s*\}\}", RegexOptions.NonBacktracking)]
    private static partial Regex CourseVariable();

    /// <summary>The form of «курс», one space or line end, a word that begins with a capital.</summary>
    [GeneratedRegex(@"\b[Кк]урс(а|у|ом|е|ы|ов|ам|ах|ами)?[ \u00A0\n](?<name>[A-ZА-ЯЁ][\w-]*)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CourseName();
}
