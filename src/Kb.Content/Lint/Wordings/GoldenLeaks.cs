using System.Collections.Frozen;
using Kb.Content.Golden;

namespace Kb.Content.Lint.Wordings;

/// <summary>
/// Golden questions must measure, not repeat: none may stand, word for word or nearly, among the written training phrases or in both
/// halves. (What patterns expand to is held out when the base is loaded.) Small talk and commands are exempt: their wordings are few, and
/// a bot that may not learn «спасибо» would be worse for the sake of a purer figure.
/// </summary>
internal sealed class GoldenLeaks : IContentRule
{
    /// <summary>Key of the rule for questions that the bot was taught.</summary>
    public const string Leak = "golden-leak";

    /// <summary>Key of the rule for questions that stand in both halves.</summary>
    public const string Twice = "golden-twice";

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        var trained = new NearDuplicates<(string Text, string File, int Line)>();
        foreach (var entry in material.Phrases.Concat(material.NotOurs))
        {
            foreach (var phrase in entry.Phrases)
            {
                trained.Add(phrase.Form, (phrase.Text, entry.Entry.File, phrase.Line));
            }
        }

        var chatter = material.Chatter.ToFrozenSet(StringComparer.Ordinal);
        foreach (var question in Measured(material.Golden.Dev.Concat(material.Golden.Gate), chatter))
        {
            foreach (var phrase in trained.Near(new PhraseForm(question.Text)))
            {
                findings.Add(ContentFinding.Warning(Leak, question.File, question.Line, $"Контрольный вопрос «{question.Text}» почти дословно стоит среди учебных фраз: «{phrase.Text}», {phrase.File}:{phrase.Line}.", "Удалите учебную фразу: контрольный вопрос должен быть новым для бота."));
            }
        }

        CheckHalves(material.Golden, chatter, findings);
    }

    private static void CheckHalves(GoldenQuestions golden, FrozenSet<string> chatter, ICollection<ContentFinding> findings)
    {
        var dev = new NearDuplicates<GoldenQuestion>();
        foreach (var question in golden.Dev)
        {
            dev.Add(new PhraseForm(question.Text), question);
        }

        foreach (var question in Measured(golden.Gate, chatter))
        {
            if (dev.Near(new PhraseForm(question.Text)).FirstOrDefault() is { } twin)
            {
                findings.Add(ContentFinding.Warning(Twice, question.File, question.Line, $"Вопрос «{question.Text}» стоит и в gate, и в dev: «{twin.Text}», {twin.File}:{twin.Line}.", "Замените один из них."));
            }
        }
    }

    /// <summary>Emoji and punctuation normalise to nothing and say nothing about each other.</summary>
    private static IEnumerable<GoldenQuestion> Measured(IEnumerable<GoldenQuestion> questions, FrozenSet<string> chatter) =>
        questions.Where(question => !chatter.Contains(question.Expected ?? "") && PhraseText.Normalize(question.Text).Length > 0);
}
