namespace Kb.Content.Lint.Wordings;

/// <summary>
/// A phrase teaches one answer: the same or nearly the same wording must not stand under two intents, nor among what is not ours.
/// What patterns expand to is compared word for word only: patterns are blind, and their neighbours always lie close. Typos are no
/// fault; a phrase said twice under one intent is no fault either.
/// </summary>
internal sealed class PhraseOwners : IContentRule
{
    private const string Remedy = "Оставьте её там, где ответ вернее.";

    private sealed record Owner(string Text, string Intent, string File, int Line);

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        var owners = new Dictionary<string, Owner>(StringComparer.Ordinal);
        var near = new NearDuplicates<Owner>();
        foreach (var entry in material.Phrases.Concat(material.NotOurs))
        {
            foreach (var phrase in entry.Phrases)
            {
                var owner = new Owner(phrase.Text, entry.Entry.Intent, entry.Entry.File, phrase.Line);
                if (!IsTwice(phrase.Form.Text, owner, owners, findings))
                {
                    CheckNear(phrase.Form, owner, near, findings);
                    near.Add(phrase.Form, owner);
                }
            }

            foreach (var text in entry.Entry.Expanded)
            {
                IsTwice(PhraseText.Normalize(text), new Owner(text, entry.Entry.Intent, entry.Entry.File, entry.Entry.Line), owners, findings);
            }
        }
    }

    private static bool IsTwice(string key, Owner phrase, Dictionary<string, Owner> owners, ICollection<ContentFinding> findings)
    {
        if (key.Length == 0 || owners.TryAdd(key, phrase))
        {
            return false;
        }

        if (owners[key] is var other && other.Intent != phrase.Intent)
        {
            findings.Add(ContentFinding.Warning("phrase-twice", phrase.File, phrase.Line, $"Фраза «{phrase.Text}» стоит и здесь («{phrase.Intent}»), и в {other.File}:{other.Line} («{other.Intent}»).", Remedy));
        }

        return true;
    }

    private static void CheckNear(PhraseForm form, Owner phrase, NearDuplicates<Owner> near, ICollection<ContentFinding> findings)
    {
        if (near.Near(form).FirstOrDefault(other => other.Intent != phrase.Intent) is { } other)
        {
            findings.Add(ContentFinding.Warning("phrase-near", phrase.File, phrase.Line, $"Фраза «{phrase.Text}» («{phrase.Intent}») почти та же, что «{other.Text}» в {other.File}:{other.Line} («{other.Intent}»).", Remedy));
        }
    }
}
