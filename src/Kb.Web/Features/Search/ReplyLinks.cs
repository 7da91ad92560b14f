using Kb.Content.Rendering;
using Kb.Web.Knowledge;

namespace Kb.Web.Features.Search;

/// <summary>Where the links of a reply lead: a reply is plain text that leaves the page, so that its addresses must be whole.</summary>
internal sealed class ReplyLinks(IHttpContextAccessor accessor)
{
    /// <summary>The targets of an edition on the host that the agent works with: the help centre stands on the same.</summary>
    public LinkTargets Of(KnowledgeEdition edition) => accessor.HttpContext?.Request is { } request
        ? edition.Renderer.Targets.On($"{request.Scheme}://{request.Host}")
        : edition.Renderer.Targets;
}
