namespace Kb.Content.Lint;

/// <summary>Something an editor should know about a content file.</summary>
/// <param name="Severity">Whether the base can be used all the same.</param>
/// <param name="Code">Stable key of the rule, kebab-case.</param>
/// <param name="File">Path relative to the content folder, with forward slashes.</param>
/// <param name="Line">1-based line; 0 when the finding is about the file as a whole.</param>
/// <param name="Message">What is wrong, in Russian.</param>
/// <param name="Remedy">What to do about it, in Russian.</param>
public sealed record ContentFinding(FindingSeverity Severity, string Code, string File, int Line, string Message, string Remedy)
{
    /// <summary>An error at a place.</summary>
    public static ContentFinding Error(string code, string file, int line, string message, string remedy) =>
        new(FindingSeverity.Error, code, file, line, message, remedy);

    /// <summary>A warning at a place.</summary>
    public static ContentFinding Warning(string code, string file, int line, string message, string remedy) =>
        new(FindingSeverity.Warning, code, file, line, message, remedy);

    /// <summary>«file:line: ошибка [code]: message. remedy», one line.</summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Severity == FindingSeverity.Error ? "ошибка" : "предупреждение")} [{Code}]: {Message} {Remedy}";
}

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>The base works, an editor should look.</summary>
    Warning,

    /// <summary>The base is refused; the previous one keeps serving.</summary>
    Error,
}
