using System.Text.RegularExpressions;
using Kb.Content.Articles;
using Kb.Content.Facts;

namespace Kb.Content.Lint.Faces;

/// <summary>
/// A card asks 2–4 questions, each with something to get right and something to get wrong. Several right options are no fault: «Какие
/// данные собрать?» asks for all that apply. Whether the options are good ones is not for a rule to say.
/// </summary>
internal sealed partial class CardQuestions : IContentRule
{
    private const int Fewest = 2;
    private const int Most = 4;

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        foreach (var article in material.Articles)
        {
            if (article.Find(FaceSplitter.Card) is { } card)
            {
                CheckCard(article.File, card, findings);
            }
        }
    }

    private static void CheckCard(string file, CheckedFace card, ICollection<ContentFinding> findings)
    {
        var headings = Question().Matches(card.Markdown);
        if (headings.Count is < Fewest or > Most)
        {
            findings.Add(ContentFinding.Warning("card-questions", file, card.Line, $"В карточке {headings.Count} {RussianPlural.Form(headings.Count, "вопрос", "вопроса", "вопросов")}.", $"Оставьте от {Fewest} до {Most}: заголовок «## …» и варианты «- [x]» и «- [ ]»."));
        }

        for (var number = 0; number < headings.Count; number++)
        {
            var end = number + 1 < headings.Count ? headings[number + 1].Index : card.Markdown.Length;
            var options = Option().Matches(card.Markdown[headings[number].Index..end]);
            var right = options.Count(option => option.Groups["mark"].ValueSpan is not " ");
            if (right == 0 || right == options.Count)
            {
                findings.Add(ContentFinding.Warning("card-options", file, card.LineOf(card.Markdown, headings[number].Index), right == 0 ? "У вопроса нет верного варианта." : "У вопроса нет неверного варианта.", "Отметьте верные варианты «- [x]», остальные «- [ ]»."));
            }
        }
    }

    [GeneratedRegex("^## .+$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Question();

    [GeneratedRegex(@"^\s{0,3}[-*+] \[(?<mark>[ xX])\]", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Option();
}
