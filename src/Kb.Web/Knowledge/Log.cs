namespace Kb.Web.Knowledge;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "{Step}")]
    public static partial void Progress(this ILogger log, string step);

    [LoggerMessage(LogLevel.Error, "{Finding}")]
    public static partial void Finding(this ILogger log, string finding);

    [LoggerMessage(LogLevel.Error, "The content folder {Folder} has errors: the last good copy serves")]
    public static partial void ServingPrevious(this ILogger log, string folder);

    [LoggerMessage(LogLevel.Error, "An edit of {Folder} has errors and is not published")]
    public static partial void EditRefused(this ILogger log, string folder);

    [LoggerMessage(LogLevel.Information, "Edition {Fingerprint} with {Articles} articles serves now")]
    public static partial void EditionPublished(this ILogger log, string fingerprint, int articles);

    [LoggerMessage(LogLevel.Information, "Model {Model} answers now")]
    public static partial void ModelTaken(this ILogger log, string? model);

    [LoggerMessage(LogLevel.Warning, "The bot was not renewed, model {Model} goes on: {Objections}")]
    public static partial void ModelHeld(this ILogger log, string? model, string objections);

    [LoggerMessage(LogLevel.Warning, "The content folder {Folder} cannot be read now")]
    public static partial void ContentUnreadable(this ILogger log, string folder, Exception exception);

    [LoggerMessage(LogLevel.Warning, "The copy of the last good content could not be renewed")]
    public static partial void CopyNotKept(this ILogger log, Exception exception);
}
