using System.Collections.Frozen;
using Kb.Content.Golden;
using Kb.Content.Phrases;

namespace Kb.Content.Lint;

/// <summary>
/// Golden questions must measure, not repeat: none may stand among the written training phrases or in both halves. (What patterns
/// expand to is held out when the base is loaded.) Small talk and commands are exempt: their wordings are few, and a bot that may
/// not learn «спасибо» would be worse for the sake of a purer figure. Pure.
/// </summary>
internal static class GoldenCheck
{
    /// <summary>Fewest questions of a kind in each half that make its figures worth reading.</summary>
    public const int FewestQuestions = 4;

    /// <param name="golden">The questions.</param>
    /// <param name="training">Every entry of training phrases.</param>
    /// <param name="intents">Ids that a question may expect.</param>
    /// <param name="chatter">Those of them that are small talk or commands.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static void Check(GoldenQuestions golden, IEnumerable<IntentPhrases> training, FrozenSet<string> intents, FrozenSet<string> chatter, ICollection<ContentFinding> findings)
    {
        var trained = new Dictionary<string, (string File, int Line)>(StringComparer.Ordinal);
        foreach (var entry in training)
        {
            foreach (var phrase in entry.Phrases)
            {
                trained.TryAdd(PhraseCheck.Normalize(phrase.Text), (entry.File, phrase.Line));
            }
        }

        var dev = golden.Dev.Select(question => PhraseCheck.Normalize(question.Text)).ToHashSet(StringComparer.Ordinal);
        foreach (var question in golden.Dev.Concat(golden.Gate))
        {
            var key = PhraseCheck.Normalize(question.Text);
            if (question.Expected is { } expected && !intents.Contains(expected))
            {
                findings.Add(ContentFinding.Error("kind-unknown", question.File, question.Line, $"Вида обращений «{expected}» нет в реестре.", "Исправьте ключ или добавьте вид в register.yaml."));
            }

            if (key.Length > 0 && !chatter.Contains(question.Expected ?? "") && trained.TryGetValue(key, out var place))
            {
                findings.Add(ContentFinding.Warning("golden-leak", question.File, question.Line, $"Контрольный вопрос «{question.Text}» есть и среди учебных фраз: {place.File}:{place.Line}.", "Удалите учебную фразу: контрольный вопрос должен быть новым для бота."));
            }
        }

        foreach (var question in golden.Gate.Where(question => dev.Contains(PhraseCheck.Normalize(question.Text)) && PhraseCheck.Normalize(question.Text).Length > 0))
        {
            findings.Add(ContentFinding.Warning("golden-twice", question.File, question.Line, $"Вопрос «{question.Text}» стоит и в dev, и в gate.", "Замените один из них."));
        }
    }
}
