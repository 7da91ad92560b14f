using System.Collections.Frozen;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Evaluation;
using Kb.Bot.Intents;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Facts;

namespace Kb.Web.Knowledge.Models;

/// <summary>
/// Which model answers. An edit of the base is published at once with the model in charge; the edit's own model is trained beside it, put to
/// the control questions against the one in charge, and takes over where it is not clearly worse. What is held back waits for an editor.
/// </summary>
/// <param name="models">Trained models.</param>
/// <param name="records">What was decided before.</param>
/// <param name="answers">When the bot answers by itself.</param>
/// <param name="gate">What is clearly worse.</param>
/// <param name="zone">Whose days articles begin and end with.</param>
/// <param name="time">Says when.</param>
internal sealed class BotRenewal(IntentModelCache models, ModelRecordFile records, AnswerOptions answers, ModelGate gate, TimeZoneInfo zone, TimeProvider time)
{
    /// <summary>The model for a base.</summary>
    /// <param name="knowledge">The base.</param>
    /// <param name="steps">Told what takes long.</param>
    /// <param name="atOnce">Whether the model in charge will do until <see cref="Renew"/>; otherwise the base's own is trained now, unless it is held back.</param>
    public (IIntentClassifier Classifier, ServingModel Model) Choose(KnowledgeBase knowledge, BuildSteps steps, bool atOnce)
    {
        if (IntentModelCache.IdOf(knowledge) is not { } own)
        {
            return (new NoIntents(), ServingModel.None);
        }

        var record = records.Read();
        return record is not null && record.Active != own && (atOnce || record.Held?.Model == own) && models.Load(record.Active, steps) is { } active
            ? (KnownIntents.Of(active, knowledge), new ServingModel(record.Active, own, record))
            : (models.LoadOrTrain(knowledge, own, steps, CancellationToken.None), new ServingModel(own, own, record));
    }

    /// <summary>Trains and examines the base's own model where that is due. Takes seconds.</summary>
    /// <param name="edition">Serves now.</param>
    /// <param name="steps">Told what takes long.</param>
    /// <param name="cancellationToken">Ends a training.</param>
    /// <returns>The edition with the model that is in charge from now on; itself where nothing changes.</returns>
    public KnowledgeEdition Renew(KnowledgeEdition edition, BuildSteps steps, CancellationToken cancellationToken)
    {
        if (edition.Model is not { Id: { } id, Own: { } own } model)
        {
            return edition;
        }

        if (!model.IsDue)
        {
            return model.Record?.Active == id ? edition : Keep(edition, id, new ModelRecord(id, time.GetUtcNow(), By: null, Exam: null, Held: null));
        }

        models.Touch(id); // Or five edits that are held back would push the model in charge out of the cache.
        var bot = BotOf(edition.Base, models.LoadOrTrain(edition.Base, own, steps, cancellationToken));
        var exam = Examine(edition, bot, steps);
        return exam is { Objections.IsEmpty: false }
            ? Keep(edition, id, model.Record! with { Held = new HeldModel(own, time.GetUtcNow(), By: null, exam) })
            : Keep(edition with { Bot = bot }, own, new ModelRecord(own, time.GetUtcNow(), By: null, exam, Held: null));
    }

    /// <summary>Puts a model in charge because somebody says so.</summary>
    /// <param name="edition">Serves now.</param>
    /// <param name="id">Of the model.</param>
    /// <param name="by">Name of the person.</param>
    /// <param name="steps">Told what takes long.</param>
    /// <returns>The edition with this model; null when there is no such model.</returns>
    public KnowledgeEdition? Take(KnowledgeEdition edition, string id, string by, BuildSteps steps)
    {
        if (edition.Model is not { Own: { } own, Record: var record } || models.Load(id, steps) is not { } model)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var exam = record?.Held?.Model == id ? record.Held.Exam : null;
        var held = id == own ? null : new HeldModel(own, now, by, Exam: null);
        return Keep(edition with { Bot = BotOf(edition.Base, KnownIntents.Of(model, edition.Base)) }, id, new ModelRecord(id, now, by, exam, held));
    }

    private KnowledgeEdition Keep(KnowledgeEdition edition, string id, ModelRecord record)
    {
        records.Write(record);
        return edition with { Model = edition.Model with { Id = id, Record = record } };
    }

    private SupportBot BotOf(KnowledgeBase knowledge, IIntentClassifier classifier) => SupportBot.Create(knowledge, classifier, answers);

    /// <summary>Both models on the same questions over the same base; null where so few questions say nothing.</summary>
    private ModelExam? Examine(KnowledgeEdition edition, SupportBot bot, BuildSteps steps)
    {
        var questions = edition.Base.Golden.Dev;
        if (!gate.CanJudge(questions.Length))
        {
            return null;
        }

        var reader = new Reader(
            FrozenSet.Create(StringComparer.Ordinal, ArticleAccess.Public, ArticleAccess.Students),
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime));
        return steps.Run(
            $"Сверяю новую модель с прежней на {questions.Length} {RussianPlural.Form(questions.Length, "вопросе", "вопросах", "вопросах")}",
            () => ModelExam.Of(
                GoldenComparison.Of(
                    edition.Base,
                    new GoldenExam(edition.Base, edition.Bot, questions, reader).Judge(answers),
                    new GoldenExam(edition.Base, bot, questions, reader).Judge(answers)),
                gate));
    }
}
