using Microsoft.AspNetCore.Components;

namespace Kb.Web.Features.Help;

/// <summary>One article of the help centre. Its HTML has passed the allow-list of the renderer.</summary>
public sealed partial class HelpArticle
{
    /// <summary>The article.</summary>
    [Parameter, EditorRequired]
    public required HelpArticleView Article { get; set; }

    [Inject]
    internal TimeProvider Time { get; set; } = TimeProvider.System;

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
}
