using System.Collections.Frozen;
using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Kb.Content.Rendering;

/// <summary>
/// The one allow-list through which all HTML passes before a browser sees it. It works on the parsed tree, never on text:
/// what a pattern misses, a browser repairs into a script. Sanitizing twice gives the same result as once.
/// </summary>
public static class HtmlSanitizer
{
    /// <summary>Deeper trees are flattened to text: serializing recurses, and a stack overflow cannot be caught.</summary>
    private const int MaxDepth = 100;

    private static readonly FrozenSet<string> Elements = FrozenSet.Create(
        StringComparer.Ordinal,
        "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "strong", "em", "del", "code", "pre",
        "blockquote", "table", "thead", "tbody", "tr", "th", "td", "img", "input", "details", "summary");

    /// <summary>Removed with everything inside; any other unknown element is unwrapped and its text kept.</summary>
    private static readonly FrozenSet<string> Poison = FrozenSet.Create(
        StringComparer.Ordinal,
        "script", "style", "iframe", "frame", "object", "embed", "svg", "math", "template", "noscript", "noembed", "noframes",
        "xmp", "plaintext", "title", "textarea", "select", "option", "base", "meta", "link", "applet", "audio", "video", "head");

    private static readonly FrozenSet<string> Schemes = FrozenSet.Create(StringComparer.Ordinal, "http", "https", "mailto", "tel");

    /// <summary>Most passes. Two settle all but hostile markup.</summary>
    private const int MaxPasses = 8;

    /// <summary>HTML that is safe to put into a page; a fragment, without html and body.</summary>
    /// <param name="html">Any text.</param>
    public static string Sanitize(string html)
    {
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            // A browser may read the serialized tree differently than it was built (mutation XSS): only markup that means
            // the same after being written and read again is let out.
            var safe = SanitizeOnce(html);
            if (safe == html)
            {
                return safe;
            }

            html = safe;
        }

        return WebUtility.HtmlEncode(html);
    }

    private static string SanitizeOnce(string html)
    {
        var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
        var body = document.Body!;
        foreach (var comment in body.Descendants().Where(node => node is IComment or IProcessingInstruction).ToList())
        {
            comment.Parent?.RemoveChild(comment);
        }

        // Deepest first: an element is judged after its children, so that unwrapping never hides one.
        foreach (var element in body.QuerySelectorAll("*").Reverse().ToList())
        {
            Judge(element);
        }

        return body.ChildNodes.ToHtml(HtmlMarkupFormatter.Instance);
    }

    private static void Judge(IElement element)
    {
        var name = element.LocalName;
        var isHtml = element.NamespaceUri == "http://www.w3.org/1999/xhtml";
        if (!isHtml || Poison.Contains(name))
        {
            element.Remove();
        }
        else if (Depth(element) > MaxDepth || !Elements.Contains(name))
        {
            Unwrap(element);
        }
        else
        {
            KeepAttributes(element);
        }
    }

    private static void KeepAttributes(IElement element)
    {
        foreach (var attribute in element.Attributes.ToList())
        {
            if (!IsAllowed(element, attribute.Name, attribute.Value))
            {
                element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
            }
        }

        if (element is IHtmlInputElement && (element.GetAttribute("type") != "checkbox" || !element.HasAttribute("disabled")))
        {
            element.Remove();
        }
        else if (element is IHtmlImageElement && !element.HasAttribute("src"))
        {
            element.Remove();
        }
        else if (element is IHtmlAnchorElement && element.GetAttribute("href") is { } href && IsOutside(href))
        {
            element.SetAttribute("rel", "noopener noreferrer nofollow");
            element.SetAttribute("target", "_blank");
        }
    }

    private static bool IsAllowed(IElement element, string attribute, string value) => (element.LocalName, attribute) switch
    {
        ("a", "href") => IsSafeAddress(value),
        ("img", "src") => IsOwnPath(value),
        ("img", "alt") => true,
        ("input", "type") => value == "checkbox",
        ("input", "checked" or "disabled") => true,
        ("ol", "start") => int.TryParse(value, out _),
        ("h2" or "h3" or "h4" or "h5" or "h6", "id") => value == Slugger.Slug(value),
        _ => false,
    };

    private static bool IsSafeAddress(string address) =>
        IsOwnPath(address)
        || address.StartsWith('#')
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme) && !address.Any(char.IsControl));

    /// <summary>«/help/…», but neither «//host» nor «/\host», which browsers read as another host.</summary>
    private static bool IsOwnPath(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\') && !address.Any(char.IsControl);

    private static bool IsOutside(string address) => address.StartsWith("http", StringComparison.Ordinal);

    private static int Depth(INode node)
    {
        var depth = 0;
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            depth++;
        }

        return depth;
    }

    private static void Unwrap(IElement element)
    {
        while (element.FirstChild is { } child)
        {
            element.Parent!.InsertBefore(child, element);
        }

        element.Remove();
    }
}
