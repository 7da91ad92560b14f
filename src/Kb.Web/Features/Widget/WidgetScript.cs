using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kb.Web.Features.Widget;

/// <summary>
/// The student's widget as a browser loads it: the modules of <c>Client/</c> in one file without their imports and comments.
/// One file costs a lesson page one request, and a browser never runs a mixture of two versions.
/// </summary>
public sealed partial class WidgetScript
{
    /// <summary>Largest size on the wire, in bytes after gzip: the widget must not slow down somebody else's page.</summary>
    public const int BudgetBytes = 15_000;

    // A module comes after those it imports.
    private static readonly ImmutableArray<string> Modules =
        ["patience", "russian", "dom", Style, "shelf", "connection", "outbox", "feed", "sender", "talk", "messages", "transcript", "notices", "hints", "view", "widget"];

    private const string Style = "style";

    private WidgetScript(string text)
    {
        Text = text;
        Plain = Encoding.UTF8.GetBytes(text);
        Gzipped = Gzip(Plain);
        var version = Convert.ToHexStringLower(SHA256.HashData(Plain))[..16];
        (ETag, GzippedETag) = ($"\"{version}\"", $"\"{version}-gzip\"");
    }

    /// <summary>The whole script.</summary>
    public string Text { get; }

    /// <summary>The script in UTF-8.</summary>
    public byte[] Plain { get; }

    /// <summary>The same, compressed once for all.</summary>
    public byte[] Gzipped { get; }

    /// <summary>Changes with every change of the script; quoted as HTTP wants it.</summary>
    public string ETag { get; }

    /// <summary>The same for <see cref="Gzipped"/>: a strong tag promises equal bytes, so each encoding has its own.</summary>
    public string GzippedETag { get; }

    /// <summary>Joins the modules that this assembly carries.</summary>
    public static WidgetScript Load() => new(Join(Modules.Select(module => module == Style ? Tighten(Read(module)) : Read(module))));

    /// <summary>Joins sources in the order given. Of each it drops comments, imports, the word <c>export</c>, indentation and the spaces that mean nothing.</summary>
    internal static string Join(IEnumerable<string> sources)
    {
        var script = new StringBuilder("// Kb: chat widget. Readable source: src/Kb.Web/Features/Widget/Client\n");
        foreach (var source in sources)
        {
            AppendCode(source, script);
        }

        return script.ToString();
    }

    /// <summary>A style sheet means the same without the white space around its signs. Line by line: whole lines are comments.</summary>
    private static string Tighten(string style) => string.Join('\n', style.Split('\n').Select(line => AroundSigns().Replace(line, "$1")));

    [GeneratedRegex(@" *([{};,]) *|(?<=:) +")]
    private static partial Regex AroundSigns();

    private static void AppendCode(string source, StringBuilder script)
    {
        var insideComment = false;
        foreach (var line in source.Split('\n'))
        {
            var code = line.Trim();
            insideComment |= code.StartsWith("/*", StringComparison.Ordinal);
            if (!insideComment && code is not "" && !IsLeftOut(code))
            {
                var own = code.StartsWith("export ", StringComparison.Ordinal) ? code["export ".Length..] : code;
                var tight = Loose().Replace(CommentAfterCode().Replace(own, ""), sign => sign.Value.Trim(' '));
                // After these signs a line break means nothing; elsewhere it may end a statement.
                script.Append(tight).Append(tight[^1] is '{' or ',' or ';' ? "" : "\n");
            }

            insideComment &= !code.EndsWith("*/", StringComparison.Ordinal);
        }
    }

    private static bool IsLeftOut(string code) =>
        code.StartsWith("//", StringComparison.Ordinal)
        || code.StartsWith("import ", StringComparison.Ordinal)
        || code.StartsWith("export default", StringComparison.Ordinal);

    // A comment behind code follows a statement's, an element's or a block's sign, which no text of ours ends with before « // ».
    [GeneratedRegex("(?<=[;,{}]) // .*$")]
    private static partial Regex CommentAfterCode();

    /// <summary>
    /// Spaces around signs that stand in no text of ours, and that neither a script nor a style sheet needs; <c>calc()</c> needs those of «+» and «-».
    /// After a comma of a text no Latin letter follows.
    /// </summary>
    [GeneratedRegex(@" (?:=>|===|!==|&&|\|\||\?\??|=|\?\?=|>|<|>=|<=|\+=|:) |(?<=\{) |(?<=,) (?=[a-z#])| (?=[{}])|(?<=[\w)];) (?=[a-z}-])|(?<=[a-z-]:) (?=[a-z0-9#'""`-])")]
    private static partial Regex Loose();

    internal static string Read(string module)
    {
        var name = $"Kb.Web.Features.Widget.Client.{module}.js";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks the widget's module {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize))
        {
            gzip.Write(plain);
        }

        return buffer.ToArray();
    }
}
