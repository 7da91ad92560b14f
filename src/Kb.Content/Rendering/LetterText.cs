using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kb.Content.Rendering;

/// <summary>
/// Markdown as people write letters: a paragraph is a paragraph, an item of a list has its dash or number, a row of a table reads «условие → что будет»,
/// a link is its words. For chats and mails that show no markup.
/// </summary>
public static class LetterText
{
    /// <summary>The text. Any Markdown is accepted.</summary>
    public static string Of(string markdown)
    {
        if (MarkdownRenderer.Parse(markdown) is not { } document)
        {
            return markdown;
        }

        var text = new StringBuilder();
        Write(document, text, indent: "", between: "\n\n");
        return text.ToString().Trim();
    }

    private static void Write(ContainerBlock blocks, StringBuilder text, string indent, string between)
    {
        var isFirst = true;
        foreach (var block in blocks)
        {
            text.Append(isFirst ? "" : between);
            isFirst = false;
            switch (block)
            {
                case Table table:
                    text.AppendJoin('\n', Rows(table).Select(row => indent + row));
                    break;
                case ListBlock list:
                    Write(list, text, indent);
                    break;
                case ContainerBlock inner:
                    Write(inner, text, indent, between);
                    break;
                case LeafBlock { Inline: { } inline }:
                    text.Append(Words(inline));
                    break;
                case LeafBlock leaf:
                    text.Append(leaf.Lines.ToString());
                    break;
            }
        }
    }

    private static void Write(ListBlock list, StringBuilder text, string indent)
    {
        var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? start : 1;
        for (var i = 0; i < list.Count; i++)
        {
            text.Append(i == 0 ? "" : "\n").Append(indent).Append(list.IsOrdered ? $"{number + i}. " : "— ");
            Write((ContainerBlock)list[i], text, indent + "   ", between: "\n");
        }
    }

    /// <summary>Of two columns each row is «одно → другое»; of more, each cell has the heading of its column.</summary>
    private static IEnumerable<string> Rows(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(Words).ToArray()).ToArray();
        var heads = rows is [var first, ..] && table[0] is TableRow { IsHeader: true } ? first : [];
        if (heads.Length <= 2)
        {
            return rows.Select((row, i) => string.Join(" → ", i == 0 && heads.Length == 2 ? [row[0], LowerFirst(row[1]) + ":"] : row));
        }

        return rows.Skip(1).Select(row => $"— {string.Join("; ", row.Select((cell, i) => i == 0 || i >= heads.Length ? cell : $"{LowerFirst(heads[i])}: {cell}"))}");
    }

    private static string Words(TableCell cell) => string.Join(' ', cell.OfType<LeafBlock>().Select(leaf => leaf.Inline is { } inline ? Words(inline) : ""));

    private static string Words(ContainerInline inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline)
        {
            text.Append(part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline link => link.Url,
                LineBreakInline wrap => wrap.IsHard ? "\n" : " ",
                ContainerInline inner => Words(inner),
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>«Что вернём» after an arrow is «что вернём»; an abbreviation stays («НДС»).</summary>
    private static string LowerFirst(string text) => text is [var first, var second, ..] && !char.IsUpper(second) ? char.ToLower(first, CultureInfo.InvariantCulture) + text[1..] : text;
}
