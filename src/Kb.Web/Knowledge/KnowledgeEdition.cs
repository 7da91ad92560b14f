using Kb.Bot.Dialogue;
using Kb.Content;
using Kb.Content.Rendering;
using Kb.Search.Index;
using Kb.Web.Knowledge.Models;

namespace Kb.Web.Knowledge;

/// <summary>One published state of the knowledge base with everything that is built from it. Immutable: a request works with one edition to its end.</summary>
/// <param name="Base">Articles, register and phrases.</param>
/// <param name="Index">Every article, template and note.</param>
/// <param name="Bot">Answers from this base, with the model in charge.</param>
/// <param name="Renderer">Markdown of this base → HTML for students.</param>
/// <param name="StaffRenderer">The same for the staff.</param>
public sealed record KnowledgeEdition(KnowledgeBase Base, ISearchIndex Index, SupportBot Bot, MarkdownRenderer Renderer, MarkdownRenderer StaffRenderer)
{
    /// <summary>The model of the bot.</summary>
    public ServingModel Model { get; init; } = ServingModel.None;
}
