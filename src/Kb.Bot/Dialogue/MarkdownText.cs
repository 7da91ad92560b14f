using System.Text;

namespace Kb.Bot.Dialogue;

/// <summary>What a student wrote inside a reply of the bot: text, never markup.</summary>
internal static class MarkdownText
{
    private const string Marks = "\\`*_{}[]<>#|~!";

    /// <summary>The text with every mark of Markdown and HTML escaped, on one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = Marks.Contains(character, StringComparison.Ordinal) ? escaped.Append('\\').Append(character) : escaped.Append(character is '\n' or '\r' ? ' ' : character);
        }

        return escaped.ToString();
    }
}
