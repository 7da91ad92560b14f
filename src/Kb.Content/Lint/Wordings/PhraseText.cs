using System.Text;

namespace Kb.Content.Lint.Wordings;

/// <summary>What makes two phrases the same: letters and digits in lower case, «ё» as «е», single spaces. Pure.</summary>
internal static class PhraseText
{
    /// <summary>The normal form; empty for emoji and punctuation, which say nothing about each other.</summary>
    public static string Normalize(string phrase)
    {
        var text = new StringBuilder(phrase.Length);
        foreach (var symbol in phrase.ToLowerInvariant().Replace('ё', 'е'))
        {
            if (char.IsLetterOrDigit(symbol))
            {
                text.Append(symbol);
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().TrimEnd();
    }
}
