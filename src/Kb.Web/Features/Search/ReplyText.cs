using System.Text.RegularExpressions;
using Kb.Content.Articles;
using Kb.Content.Rendering;

namespace Kb.Web.Features.Search;

/// <summary>A face of an article as text that can be sent by any channel: its addresses stand with it, paragraphs are not wrapped.</summary>
internal static partial class ReplyText
{
    /// <summary>Without markup, as people write letters, addresses at the end: the short answer, the note.</summary>
    public static string Of(Face face, LinkTargets targets)
    {
        var addresses = Link().Matches(face.Markdown)
            .Select(link => (Words: LetterText.Of(link.Groups["text"].Value), Address: AddressOf(link, targets)))
            .Where(link => link.Address is { Length: > 0 })
            .DistinctBy(link => link.Address)
            // «статью» is no name of a page, «Документы» is.
            .Select(link => char.IsLower(link.Words.FirstOrDefault()) ? link.Address : $"{link.Words}: {link.Address}");
        return string.Join("\n\n", new[] { LetterText.Of(face.Markdown), string.Join('\n', addresses) }.Where(part => part.Length > 0));
    }

    /// <summary>A template: its variables, lists and emphasis stay for the reply's editor.</summary>
    public static string OfTemplate(Face face, LinkTargets targets) => Unwrap(WithAddresses(face.Markdown, targets));

    /// <summary>«[Документы](link:documents)» becomes «Документы (https://school.example/documents)».</summary>
    private static string WithAddresses(string markdown, LinkTargets targets) => Link().Replace(markdown, link =>
        AddressOf(link, targets) is { Length: > 0 } address
            ? $"{link.Groups["text"].Value} ({address})"
            : link.Groups["text"].Value);

    private static string? AddressOf(Match link, LinkTargets targets) => targets.Resolve(link.Groups["target"].Value, isImage: false, folder: "");

    /// <summary>Files are wrapped at a width that is nobody's in a chat: a single line break inside a paragraph becomes a space.</summary>
    private static string Unwrap(string text) => SoftBreak().Replace(text, " ").Trim();

    [GeneratedRegex(@"(?<!!)\[(?<text>[^\]]*)\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    // Not after two spaces (a wanted break), not around an empty line, not before a list, a heading, a quote or a table.
    [GeneratedRegex(@"(?<!\n|  )\n(?![\n\-*#>|]|\d+[.)])")]
    private static partial Regex SoftBreak();
}
