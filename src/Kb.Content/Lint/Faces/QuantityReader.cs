using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Kb.Content.Lint.Faces;

/// <summary>
/// Finds numbers with units in a text. Not read: numbers in words («пять дней»), numbers without a unit, times of day («10:00»),
/// numbers inside other words («152-ФЗ»). Pure.
/// </summary>
internal static partial class QuantityReader
{
    /// <summary>How far around a number its words are looked for, in characters of its sentence: further ones belong to another clause.</summary>
    private const int Reach = 40;

    private const int ShortestWord = 3;

    public static IEnumerable<Quantity> Read(string markdown, FrozenSet<string> stopWords) =>
        FaceSentences.Of(markdown).SelectMany(sentence => Read(sentence, stopWords));

    private static IEnumerable<Quantity> Read(FaceSentence sentence, FrozenSet<string> stopWords)
    {
        foreach (Match match in Number().Matches(sentence.Text))
        {
            var unit = Fold(match.Groups["unit"].Value);
            var previous = match.Index > 0 ? sentence.Text[match.Index - 1] : ' ';
            if (stopWords.Contains(unit) || char.IsLetterOrDigit(previous) || previous is ':' or '.' or ',' or '-' or '–' or '№')
            {
                continue;
            }

            var kind = match.Groups["kind"].Value is { Length: > 0 } word ? Units.Stem(Fold(word)) + " " : "";
            yield return new Quantity(
                string.Concat(match.Groups["number"].Value.Where(symbol => !char.IsWhiteSpace(symbol))),
                kind + Units.Key(unit),
                Context(sentence.Text, match, unit, stopWords),
                Units.IsMonth(unit),
                match.Value.Replace('\u00A0', ' '),
                sentence.Offset + match.Index);
        }
    }

    private static FrozenSet<string> Context(string sentence, Match number, string unit, FrozenSet<string> stopWords) =>
        Word().Matches(sentence)
            .Where(word => word.Index >= number.Index - Reach && word.Index <= number.Index + number.Length + Reach && word.Length >= ShortestWord)
            .Select(word => Fold(word.Value))
            .Where(word => word != unit && !stopWords.Contains(word) && !Units.IsCalendar(word))
            .Select(Units.Stem)
            .ToFrozenSet(StringComparer.Ordinal);

    private static string Fold(string word) => word.ToLowerInvariant().Replace('ё', 'е');

    [GeneratedRegex(@"(?<number>(\d{1,3}([\u00A0 ]\d{3})+|\d+)(,\d+)?)[\u00A0 ]*((?<kind>(рабоч|календарн|учебн)[а-яё]+)[\u00A0 ]+)?(?<unit>[а-яёА-ЯЁ]+|₽|%)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
