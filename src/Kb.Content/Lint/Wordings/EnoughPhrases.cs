using Kb.Content.Loading;

namespace Kb.Content.Lint.Wordings;

/// <summary>
/// A kind needs enough different wordings to be told from its neighbours. Near-duplicates count once and patterns not at all: both
/// are cheap and teach little. A phrase that is worth less than another is not recognised. Talk turns and commands are exempt.
/// </summary>
internal sealed class EnoughPhrases : IContentRule
{
    /// <summary>Fewest distinct written phrases with which a kind is told from its neighbours.</summary>
    public const int Fewest = 40;

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        foreach (var kind in material.Kinds)
        {
            var entries = material.Phrases.Where(entry => entry.Entry.Intent == kind.Id.Value).ToList();
            var distinct = Distinct(entries);
            if (distinct < Fewest)
            {
                var place = entries.Count > 0 ? (entries[0].Entry.File, entries[0].Entry.Line) : (KnowledgeBaseLoader.RegisterFile, 0);
                findings.Add(ContentFinding.Warning("phrases-few", place.Item1, place.Item2, $"У вида «{kind.Id}» разных фраз: {distinct}, нужно не меньше {Fewest}.", "Допишите, как об этом спрашивают: коротко, длинно, обиняком, разговорно. Почти одинаковые фразы считаем за одну, шаблоны не считаем."));
            }
        }
    }

    /// <summary>How many written phrases remain when near-duplicates of earlier ones are taken out.</summary>
    public static int Distinct(IEnumerable<CheckedEntry> entries)
    {
        var kept = new NearDuplicates<bool>();
        var count = 0;
        foreach (var phrase in entries.SelectMany(entry => entry.Phrases))
        {
            if (!kept.Near(phrase.Form).Any())
            {
                kept.Add(phrase.Form, true);
                count++;
            }
        }

        return count;
    }
}
