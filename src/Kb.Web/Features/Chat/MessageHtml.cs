using System.Net;
using Kb.Content.Rendering;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Kb.Web.Features.Help;
using Kb.Web.Knowledge;

namespace Kb.Web.Features.Chat;

/// <summary>Shows messages: Markdown of the base through the base's renderer, everything that people type as text and nothing else.</summary>
internal sealed class MessageHtml(CurrentKnowledge knowledge, HelpCentre help)
{
    public MessageView View(Message message) => new(
        message.Seq,
        message.Id.Value,
        StableText<MessageAuthor>.Of(message.Author),
        message.Name,
        Words(message),
        message.Format == TextFormat.Markdown ? knowledge.Edition.Renderer.Render(message.Text).Html : OfPlain(message.Text),
        message.At,
        [.. message.Sources.Select(source => source with { Url = help.AddressOf(source.Id) })], // Pages come and go after the message.
        message.Actions);

    /// <summary>The words of a message, for clients that show no HTML.</summary>
    public static string Words(Message message) =>
        message.Format == TextFormat.Markdown ? LetterText.Of(message.Text) : message.Text;

    /// <summary>Typed text with its line breaks.</summary>
    public static string OfPlain(string text) => $"<p>{WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal)}</p>";
}
