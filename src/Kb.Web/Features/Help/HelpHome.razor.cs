using Kb.Desk.Searches;
using Kb.Web.Features.Search;
using Kb.Web.Features.Search.Misses;
using Microsoft.AspNetCore.Components;

namespace Kb.Web.Features.Help;

/// <summary>The front page of the help centre: the search, what it found, and the topics.</summary>
public sealed partial class HelpHome
{
    /// <summary>What somebody looks for; empty on the way in.</summary>
    [Parameter, EditorRequired]
    public required string Query { get; set; }

    /// <summary>What is asked most, for whoever has not typed yet.</summary>
    [Parameter]
    public PopularList Popular { get; set; } = PopularList.None;

    /// <summary>Whether to search for the very words, without repair.</summary>
    [Parameter]
    public bool AsTyped { get; set; }

    [Inject]
    internal TimeProvider Time { get; set; } = TimeProvider.System;

    [Inject]
    internal SearchSessions Sessions { get; set; } = null!;

    /// <summary>The request that asks for the page.</summary>
    [CascadingParameter]
    public HttpContext? HttpContext { get; set; }

    private HelpSearchView? Found { get; set; }

    private string AsTypedAddress => "/help" + QueryString.Create("q", Query).Add("exact", "true");

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Found = string.IsNullOrWhiteSpace(Query) ? null : Help.Search(Query, asTyped: AsTyped);
        if (Found is not null)
        {
            Sessions.Searched(HttpContext, SearchPlace.Help, Found.Query, Found.Total);
        }
    }
}
