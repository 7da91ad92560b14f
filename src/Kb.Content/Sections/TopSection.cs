using System.Collections.Immutable;

namespace Kb.Content.Sections;

/// <summary>What stands under one level-1 heading.</summary>
/// <param name="Name">The heading; null for what stands before the first one.</param>
/// <param name="HeadingLine">1-based line of the heading; of the text when there is no heading.</param>
/// <param name="Text">Without the empty lines around it; empty when there is nothing.</param>
/// <param name="TextLine">1-based line on which the text begins.</param>
internal sealed record TopSection(string? Name, int HeadingLine, string Text, int TextLine)
{
    /// <summary>Splits a text at its level-1 headings, in order. What stands before the first is there only when it is not blank.</summary>
    /// <param name="body">The text, with «\n» as line ends.</param>
    /// <param name="firstLine">Line of the file on which it begins.</param>
    public static ImmutableArray<TopSection> Split(string body, int firstLine)
    {
        var sections = ImmutableArray.CreateBuilder<TopSection>();
        var lines = body.Split('\n');
        string? name = null;
        string? fence = null;
        var start = 0;
        for (var index = 0; index <= lines.Length; index++)
        {
            var line = index < lines.Length ? lines[index].TrimEnd('\r') : null;
            fence = NextFence(fence, line);
            if (line is not null && (fence is not null || !line.StartsWith("# ", StringComparison.Ordinal)))
            {
                continue;
            }

            var section = Close(name, lines, start, index, firstLine);
            if (section is not { Name: null, Text: "" })
            {
                sections.Add(section);
            }

            name = line?[2..].Trim();
            start = index + 1;
        }

        return sections.ToImmutable();
    }

    private static TopSection Close(string? name, string[] lines, int start, int end, int firstLine)
    {
        var headingLine = firstLine + start - 1;
        while (start < end && string.IsNullOrWhiteSpace(lines[start]))
        {
            start++;
        }

        var textLine = firstLine + start;
        return new TopSection(name, name is null ? textLine : headingLine, string.Join('\n', lines[start..Math.Max(start, end)]).TrimEnd(), textLine);
    }

    /// <summary>The marker of the code block that is open after this line; a heading inside code is code.</summary>
    private static string? NextFence(string? open, string? line)
    {
        var text = line?.TrimStart() ?? "";
        var marker = text.StartsWith("```", StringComparison.Ordinal) ? "```" : text.StartsWith("~~~", StringComparison.Ordinal) ? "~~~" : null;
        return marker is null ? open : open is null ? marker : open == marker ? null : open;
    }
}
