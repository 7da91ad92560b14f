using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Content.Lint.Faces;

namespace Kb.Content.Lint.Style;

/// <summary>
/// What facts.yaml knows and an article writes out all the same will be forgotten when the fact changes. Notes. An e-mail address or a
/// quoted name (a tariff) is reported wherever it stands; a number only when the same article takes the same number of the same
/// unit from a fact elsewhere, because «3 дня» alone is the value of twenty facts and of none in particular.
/// </summary>
internal sealed partial class LiteralFacts : IContentRule
{
    private const string Rule = "literal-fact";

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        var names = material.Facts.Facts.Where(fact => IsName(fact.Value)).ToImmutableArray();
        foreach (var article in material.Articles)
        {
            var used = article.Faces.SelectMany(face => UsedQuantities(face, material)).DistinctBy(used => (used.Number, used.Unit)).ToFrozenDictionary(used => (used.Number, used.Unit), used => used.Fact);
            foreach (var face in article.Faces)
            {
                CheckNames(article.File, face, names, findings);
                CheckNumbers(article.File, face, used, material.StopWords, findings);
            }
        }
    }

    private static bool IsName(string value) => value.Contains('@') || (value.StartsWith('«') && value.EndsWith('»'));

    private static void CheckNames(string file, CheckedFace face, ImmutableArray<KeyValuePair<string, string>> names, ICollection<ContentFinding> findings)
    {
        foreach (var (fact, value) in names)
        {
            for (var at = face.Written.IndexOf(value, StringComparison.Ordinal); at >= 0; at = face.Written.IndexOf(value, at + 1, StringComparison.Ordinal))
            {
                findings.Add(ContentFinding.Note(Rule, file, face.LineOf(face.Written, at), $"Написано «{value.Trim('«', '»')}», а это факт {fact}.", $"Сошлитесь на него: {{{{fact.{fact}}}}}."));
            }
        }
    }

    private static void CheckNumbers(string file, CheckedFace face, FrozenDictionary<(string, string), string> used, FrozenSet<string> stopWords, ICollection<ContentFinding> findings)
    {
        // The references themselves are blanked out, one for one: what is left is written by hand.
        var byHand = Reference().Replace(face.Written, match => new string(' ', match.Length));
        foreach (var quantity in QuantityReader.Read(byHand, stopWords))
        {
            if (used.TryGetValue((quantity.Number, quantity.Unit), out var fact))
            {
                findings.Add(ContentFinding.Note(Rule, file, face.LineOf(face.Written, quantity.Offset), $"Написано «{quantity.Text}», а рядом статья берёт то же из факта {fact}.", $"Сошлитесь на факт и здесь: {{{{fact.{fact}}}}}."));
            }
        }
    }

    /// <summary>A fact of several numbers («15 марта 2022 года») is no quantity: its parts mean nothing alone.</summary>
    private static IEnumerable<(string Number, string Unit, string Fact)> UsedQuantities(CheckedFace face, ContentMaterial material) =>
        from Match match in Reference().Matches(face.Written)
        let fact = match.Groups["fact"].Value
        where material.Facts.Facts.ContainsKey(fact)
        let text = material.Facts.Facts[fact] + " " + match.Groups["form"].Value + match.Groups["percent"].Value
        let quantities = QuantityReader.Read(text, material.StopWords).ToList()
        where quantities.Count == 1
        select (quantities[0].Number, quantities[0].Unit, fact);

    [GeneratedRegex(@"\{\{\s*fact\.(?<fact>[a-z0-9_]+)\s*(\|(?<form>[^|{}\n]*))?[^{}\n]*\}\}([ \u00A0]?(?<percent>%))?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
