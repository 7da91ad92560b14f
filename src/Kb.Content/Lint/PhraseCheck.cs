using System.Text;
using Kb.Content.Phrases;

namespace Kb.Content.Lint;

/// <summary>Training phrases: nothing twice under two intents, and nothing of ours among what is not ours. Pure.</summary>
internal static class PhraseCheck
{
    public static void Check(IReadOnlyList<IntentPhrases> phrases, IReadOnlyList<IntentPhrases> notOurs, ICollection<ContentFinding> findings)
    {
        var owners = new Dictionary<string, (string Intent, string File, int Line)>(StringComparer.Ordinal);
        foreach (var entry in phrases.Concat(notOurs))
        {
            foreach (var phrase in entry.Phrases.Concat(entry.Expanded.Select(text => new PhraseLine(text, entry.Line))))
            {
                var key = Normalize(phrase.Text);
                // Emoji and punctuation normalise to nothing: they say nothing about each other.
                if (key.Length > 0 && !owners.TryAdd(key, (entry.Intent, entry.File, phrase.Line)) && owners[key] is var owner && owner.Intent != entry.Intent)
                {
                    findings.Add(ContentFinding.Warning("phrase-twice", entry.File, phrase.Line, $"Фраза «{phrase.Text}» стоит и здесь («{entry.Intent}»), и в {owner.File}:{owner.Line} («{owner.Intent}»).", "Оставьте её там, где ответ вернее."));
                }
            }
        }
    }

    /// <summary>Letters and digits in lower case, «ё» as «е», single spaces: what makes two phrases the same.</summary>
    internal static string Normalize(string phrase)
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
