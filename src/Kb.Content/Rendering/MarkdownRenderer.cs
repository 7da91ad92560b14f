using System.Collections.Immutable;
using System.Net;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kb.Content.Rendering;

/// <summary>
/// Markdown → HTML that is safe to show. Raw HTML in Markdown is text; links go through <see cref="LinkTargets"/>;
/// headings get ids by <see cref="Slugger"/>; everything passes <see cref="HtmlSanitizer"/>. Immutable, thread-safe.
/// </summary>
public sealed class MarkdownRenderer(LinkTargets targets)
{
    /// <summary>Longest text that is parsed as Markdown; a longer one is shown as plain text.</summary>
    public const int MaxLength = 256 * 1024;

    private const int MaxHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseTaskLists()
        .UseAutoLinks()
        .Build();

    /// <summary>Where the links of this base lead.</summary>
    public LinkTargets Targets => targets;

    /// <summary>HTML and the headings in it. Any text is accepted.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="folder">Folder of its file, relative to the content folder, for relative images; empty when it has none.</param>
    /// <param name="under">Level of the page's heading that the text stands under; its own headings begin one below. 1 leaves them as they are.</param>
    public RenderedText Render(string markdown, string folder = "", int under = 1)
    {
        if (Parse(markdown) is not { } document)
        {
            return new RenderedText($"<p>{WebUtility.HtmlEncode(markdown)}</p>", []);
        }

        var headings = ImmutableArray.CreateBuilder<Heading>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in document.Descendants<HeadingBlock>())
        {
            var text = PlainText(block.Inline);
            var id = Slugger.Unique(text, taken);
            block.GetAttributes().Id = id;
            block.Level = Math.Min(MaxHeading, block.Level + under - 1);
            headings.Add(new Heading(block.Level, id, text));
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.Url = targets.Resolve(link.Url ?? "", link.IsImage, folder) ?? "";
            if (link is { Url: "", IsImage: false })
            {
                Unlink(link);
            }
        }

        foreach (var literal in document.Descendants<LiteralInline>())
        {
            literal.Content = new StringSlice(RussianTypography.Bind(literal.Content.ToString()));
        }

        return new RenderedText(HtmlSanitizer.Sanitize(document.ToHtml(Pipeline)), headings.ToImmutable());
    }

    /// <summary>The words of a Markdown text without its markup, for search and for plain messages.</summary>
    public static string ToPlainText(string markdown)
    {
        if (Parse(markdown) is not { } document)
        {
            return markdown;
        }

        // Where the author's editor wrapped a line is not where a sentence ends.
        foreach (var wrap in document.Descendants<LineBreakInline>().Where(wrap => !wrap.IsHard).ToList())
        {
            wrap.ReplaceBy(new LiteralInline(" "));
        }

        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text) { EnableHtmlForBlock = false, EnableHtmlForInline = false, EnableHtmlEscape = false };
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return text.ToString().Trim();
    }

    /// <summary>Every link and image with its 1-based line in the text.</summary>
    internal static ImmutableArray<MarkdownLink> Links(MarkdownDocument? document) => document is not null
        ? [.. document.Descendants<LinkInline>().Select(link => new MarkdownLink(link.Url ?? "", PlainText(link), link.IsImage, link.Line + 1))]
        : [];

    /// <summary>Null when the text is too long or nested too deep to be parsed.</summary>
    internal static MarkdownDocument? Parse(string markdown)
    {
        if (markdown.Length > MaxLength || NestingLimit.IsExceeded(markdown))
        {
            return null;
        }

        try
        {
            return Markdown.Parse(WellFormedText.Of(markdown), Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig's own depth limit.
            return null;
        }
    }

    /// <summary>The words of a link that leads nowhere for this reader stay, the link goes.</summary>
    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    private static string PlainText(ContainerInline? inline) => inline is null
        ? ""
        : string.Concat(inline.Descendants().Select(part => part switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            _ => "",
        }));
}

/// <summary>A rendered text.</summary>
/// <param name="Html">Sanitized HTML fragment.</param>
/// <param name="Headings">Headings in the order of the text.</param>
public sealed record RenderedText(string Html, ImmutableArray<Heading> Headings);

/// <summary>A heading: its level (1–6), its anchor and its words.</summary>
public sealed record Heading(int Level, string Id, string Text);

/// <summary>A link as it stands in Markdown.</summary>
internal readonly record struct MarkdownLink(string Target, string Label, bool IsImage, int Line);
