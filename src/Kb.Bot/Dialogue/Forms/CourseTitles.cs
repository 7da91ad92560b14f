using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Bot.Understanding;
using Kb.Search.Analysis;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Finds which of a student's courses a text names, by the stems of its title.</summary>
internal static partial class CourseTitles
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

    /// <summary>Whether a text that names none of the student's courses may be the title of one: «нет времени» is an answer to another question.</summary>
    /// <param name="utterance">The text.</param>
    /// <param name="student">Whose courses are known is asked once whether one of them is meant.</param>
    /// <param name="isAgain">Whether that was asked.</param>
    public static bool MayBe(Utterance utterance, StudentCard? student, bool isAgain) =>
        !NoTitles().IsMatch(utterance.Folded) && (isAgain || student is not { Courses.IsEmpty: false });

    private static HashSet<string> TermsOf(string text) => [.. Stems.Analyze(text).Select(token => token.Term)];

    /// <summary>What tells of the student, of time or of trouble. A title in quotes is one whatever it says.</summary>
    [GeneratedRegex(@"^(?:сделай\w*|дай\w*|верни\w*|скаж\w+|подскаж\w+|помоги\w*|позов\w+|объясни\w*|вы|ты|ну|а|это|пожалуйста|ой|стоп|подожди\w*|погоди\w*|лучше|хотя|нет|не|ни|никак\w*|никто|нету|уже|просто|потому|очень|слишком|надоел\w*|дорого|сложно|скучно|неудобно|передумал\w*|бол(?:ею|ела?)|заболел\w*|некогда|у меня|у нас|мне|мы|я (?!\p{P})|все|всё|всякие|любой|любые|разные|другой)(?:[\s,.!]|$)|\b(?:нет|не хватает|не было) (?:времени|денег|сил|желания|возможности)\b")]
    private static partial Regex NoTitles();
}
