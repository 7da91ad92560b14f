using Kb.Content.Facts;
using Microsoft.AspNetCore.Components;

namespace Kb.Web.Features.Help;

/// <summary>The front page of the help centre: the search, what it found, and the topics.</summary>
public sealed partial class HelpHome
{
    /// <summary>What somebody looks for; empty on the way in.</summary>
    [Parameter, EditorRequired]
    public required string Query { get; set; }

    [Inject]
    internal TimeProvider Time { get; set; } = TimeProvider.System;

    private HelpSearchView? Found { get; set; }

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    private string Heading => Found switch
    {
        { Total: 0 } => $"По запросу «{Query}» ничего не нашлось",
        { } found => $"{RussianPlural.Form(found.Total, "Нашлась", "Нашлись", "Нашлось")} {found.Total} {RussianPlural.Form(found.Total, "статья", "статьи", "статей")}",
        null => "",
    };

    /// <inheritdoc/>
    protected override void OnParametersSet() => Found = string.IsNullOrWhiteSpace(Query) ? null : Help.Search(Query);
}
