namespace Kb.Content.Lint;

/// <summary>Something an editor should know about a content file.</summary>
/// <param name="Severity">Whether the base can be used all the same.</param>
/// <param name="Rule">Stable key of the rule, kebab-case.</param>
/// <param name="File">Path relative to the content folder, with forward slashes.</param>
/// <param name="Line">1-based line; 0 when the finding is about the file as a whole.</param>
/// <param name="Message">What is wrong, in Russian.</param>
/// <param name="Remedy">What to do about it, in Russian.</param>
public sealed record ContentFinding(FindingSeverity Severity, string Rule, string File, int Line, string Message, string Remedy)
{
    /// <summary>An error at a place.</summary>
    public static ContentFinding Error(string rule, string file, int line, string message, string remedy) =>
        new(FindingSeverity.Error, rule, file, line, message, remedy);

    /// <summary>A warning at a place.</summary>
    public static ContentFinding Warning(string rule, string file, int line, string message, string remedy) =>
        new(FindingSeverity.Warning, rule, file, line, message, remedy);

    /// <summary>A note at a place.</summary>
    public static ContentFinding Note(string rule, string file, int line, string message, string remedy) =>
        new(FindingSeverity.Note, rule, file, line, message, remedy);

    /// <summary>«file:line: ошибка [rule]: message. remedy», one line.</summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {Label(Severity)} [{Rule}]: {Message} {Remedy}";

    private static string Label(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => "ошибка",
        FindingSeverity.Warning => "предупреждение",
        _ => "заметка",
    };
}

/// <summary>How bad a finding is. A base is clean when it has neither errors nor warnings.</summary>
public enum FindingSeverity
{
    /// <summary>A matter of style: an editor decides.</summary>
    Note,

    /// <summary>The base works, but an editor must mend this.</summary>
    Warning,

    /// <summary>The base is refused; the previous one keeps serving.</summary>
    Error,
}
