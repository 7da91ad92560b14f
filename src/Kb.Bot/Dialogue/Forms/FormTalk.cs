using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Requests;
using Kb.Bot.Understanding;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Writes a request down field by field: one question at a time, nothing twice, and a way out at every step.</summary>
internal sealed class FormTalk(KnowledgeBase knowledge, ReplyWriter writer, HandOver handOver, ArticleSections sections)
{
    private const int TellingWords = 4;

    private readonly FormDetours _detours = new(knowledge, writer, sections);
    private readonly FormQuestioner _questioner = new(knowledge, writer, handOver);

    /// <summary>Says what will happen and asks for the first field that is not known.</summary>
    /// <param name="script">The turn.</param>
    /// <param name="handOff">Has a kind.</param>
    /// <param name="question">The request in the student's words.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="besides">What is passed on with it; null when nothing is.</param>
    public void Open(TurnScript script, Decision.HandOff handOff, string question, TurnContext context, BotReply? besides = null)
    {
        var (kind, article) = (handOff.Kind!, handOff.Article);
        if (context.OpenRequests.FirstOrDefault(open => open.Kind == kind.Id.Value) is { } open)
        {
            script.Say(new DialogueEvent.Talked(Wordings.AlreadyOpen), writer.AlreadyOpen(open, script.Before));
            return;
        }

        var outlook = writer.Outlook(article, script.Before);
        outlook = besides?.After(outlook) ?? outlook;
        var aside = script.Now.Aside is { } waiting && waiting.Kind == kind.Id ? waiting : null;
        Begin(script, kind, article?.Id, aside?.Question ?? question, script.Now.Said, context);
        foreach (var known in aside?.Values ?? [])
        {
            script.Note(new DialogueEvent.FieldTaken(known.Field, known.Value));
        }

        var isWhole = !_questioner.Missing(script.Now.Form!).Any();
        var asked = Utterance.Read(question);
        // «Можно ли оплатить от школы?» wants to know first; a question alone passes nothing on.
        var agreesFirst = handOff.Consent != HandoffConsent.Given
            && (isWhole ? handOff.Consent == HandoffConsent.Needed || FormQuestions.Asks(asked) : FormQuestions.AsksWhether(asked));
        outlook = !agreesFirst && _questioner.Missing(script.Now.Form!).Count() is > 1 and var count ? writer.Preface(count, script.Before).After(outlook) : outlook;
        _questioner.Next(script, CardNumbers.In(question) ? writer.Say(Wordings.CardHidden, script.Before).After(outlook) : outlook, context, agreesFirst ? FieldBook.Consent : null);
    }

    /// <summary>Goes on with the request that was put aside: its answer came late.</summary>
    public void Resume(TurnScript script, RequestForm aside, string text, ReadMessage message, Decision decision, TurnContext context)
    {
        var article = aside.Article is { } id ? knowledge.Articles.GetValueOrDefault(id) : null;
        Open(script, new Decision.HandOff(HandoffReason.KindNeedsPerson, knowledge.Register.Kinds[aside.Kind], article), aside.Question, context);
        if (script.Now.Form is not null)
        {
            OnText(script, text, message, decision, context);
        }
    }

    /// <summary>Reads an answer, or whatever else the student writes instead of one.</summary>
    public void OnText(TurnScript script, string text, ReadMessage message, Decision decision, TurnContext context)
    {
        var form = script.Now.Form!;
        var field = FieldBook.Of(form.Asking ?? form.Asked.LastOrDefault() ?? "", form.Kind.Value);
        var move = FormWords.ReadInForm(message.Utterance);
        if (move == FormMove.Nudge)
        {
            Beside(script, new Decision.Talk(Wordings.Listening), text, context);
        }
        else if (Independence.IsHeard(message.Utterance))
        {
            script.Say(new DialogueEvent.FormCancelled(), writer.Say(Wordings.Declined, script.Before));
        }
        else if (FormQuestions.DeclinesPerson(message.Utterance))
        {
            script.Say(new DialogueEvent.FormCancelled(), writer.Say(Wordings.RefuseAlone, script.Before));
        }
        else if (field.Shape == FieldShape.Consent && decision is Decision.Talk { Id: TalkIds.Yes or TalkIds.No } consent)
        {
            Consent(script, consent.Id == TalkIds.Yes, context);
        }
        else if (message.IsOutburst || move == FormMove.None && FormQuestions.Refuses(message.Utterance))
        {
            _questioner.Enough(script, text, context);
        }
        else if (move != FormMove.None && !IsReason(field, move, message.Utterance))
        {
            Steer(script, field, move, context);
        }
        else if (decision is Decision.Talk talk && (FormQuestions.IsSmallTalk(talk.Id) || message.Command.Command is not null))
        {
            Beside(script, talk, text, context);
        }
        else if (field.IsInOwnWords && FormQuestions.SaysNo(message.Utterance))
        {
            Steer(script, field, FormMove.Skip, context);
        }
        else if (decision is Decision.Talk { Id: TalkIds.Yes })
        {
            _questioner.Miss(script, field, context); // «Да» is no address, and nobody asked whether it helped.
        }
        else if (decision is Decision.Talk { Id: TalkIds.No } verdict)
        {
            Beside(script, verdict, text, context);
        }
        else if (FieldReader.InPassing(field, text, context) is { } found)
        {
            Take(script, FieldReader.Named(field, text, _questioner.Missing(form)), found, text, context);
        }
        else if (FormQuestions.Asks(message.Utterance) || IsNoConsent(field, message.Utterance) || (field.IsInOwnWords && FormQuestions.AsksInside(message.Utterance, field.Id == "reason")) || IsAnotherRequest(field, form, text, decision) || (!field.IsInOwnWords && !FormQuestions.PointsBack(message.Utterance) && (decision is Decision.Answer || FormQuestions.Wants(message.Utterance))))
        {
            Beside(script, decision, text, context);
        }
        else if (Contacts.Only(text) && FieldReader.Emails(text) is [var address, ..])
        {
            // An address is nobody's course; whoever works on the request can use it.
            script.Note(new DialogueEvent.FieldTaken("email", address));
            _questioner.Next(script, writer.Say(Wordings.ContactNoted, script.Before), context, field.Id);
        }
        else if (FieldReader.Answer(field, text, context, isAgain: form.Misses > 0) is { } value)
        {
            Take(script, field, value, text, context);
        }
        else if (field.Shape != FieldShape.Course && Tells(message.Utterance))
        {
            _questioner.Told(script, field, text, context);
        }
        else
        {
            _questioner.Miss(script, field, context);
        }
    }

    /// <inheritdoc cref="FormDetours.Answer"/>
    public void Beside(TurnScript script, Decision decision, string text, TurnContext context) => _detours.Answer(script, decision, text, context);

    private void Steer(TurnScript script, FieldKind field, FormMove move, TurnContext context)
    {
        var form = script.Now.Form!;
        switch (move)
        {
            case FormMove.Later:
                script.Note(new DialogueEvent.FormPutAside());
                script.Reply(writer.Later(knowledge.Register.Kinds.GetValueOrDefault(form.Kind), script.Before));
                break;
            case FormMove.Cancel:
                script.Say(new DialogueEvent.FormCancelled(), writer.Say(Wordings.FormCancelled, script.Before));
                break;
            case FormMove.Restart:
                Begin(script, knowledge.Register.Kinds[form.Kind], form.Article, form.Question, [form.Question], context);
                _questioner.Next(script, writer.Say(Wordings.FormRestarted, script.Before), context);
                break;
            case FormMove.Back when form.Asked.IndexOf(field.Id) is > 0 and var at:
                script.Note(new DialogueEvent.FieldReopened(form.Asked[at - 1]));
                _questioner.Next(script, writer.Say(Wordings.FieldBack, script.Before), context, form.Asked[at - 1]);
                break;
            case FormMove.Back:
                _questioner.Next(script, writer.Say(Wordings.FieldFirst, script.Before), context, field.Id);
                break;
            default:
                script.Note(new DialogueEvent.FieldSkipped(field.Id));
                _questioner.Next(script, writer.Say(Wordings.FieldSkipped, script.Before), context);
                break;
        }
    }

    private void Take(TurnScript script, FieldKind field, string value, string text, TurnContext context)
    {
        script.Note(new DialogueEvent.FieldTaken(field.Id, value));
        foreach (var other in _questioner.Missing(script.Now.Form!).Select(FieldBook.Of))
        {
            // «anna@example.org, Иванова Анна Петровна» answers two questions at once.
            if (FieldReader.Also(other, value, text, context) is { } also)
            {
                script.Note(new DialogueEvent.FieldTaken(other.Id, also));
            }
        }

        _questioner.Next(script, CardNumbers.In(text) ? writer.Say(Wordings.CardHidden, script.Before) : null, context);
    }

    private void Consent(TurnScript script, bool isGiven, TurnContext context)
    {
        if (isGiven)
        {
            _questioner.Next(script, null, context);
        }
        else
        {
            script.Say(new DialogueEvent.FormCancelled(), writer.Say(Wordings.ConsentDenied, script.Before));
        }
    }

    private static void Begin(TurnScript script, RequestKind kind, ArticleId? article, string question, ImmutableArray<string> said, TurnContext context)
    {
        script.Note(new DialogueEvent.FormOpened(kind.Id, article, question));
        foreach (var known in KnownFields.Of(kind, said, context))
        {
            script.Note(new DialogueEvent.FieldTaken(known.Field, known.Value));
        }
    }

    /// <summary>«А постоплата возможна» is neither «да» nor «нет».</summary>
    private static bool IsNoConsent(FieldKind field, Utterance utterance) => field.Shape == FieldShape.Consent && utterance.Folded.Contains(' ', StringComparison.Ordinal);

    /// <summary>More words than any value of a line has.</summary>
    private static bool Tells(Utterance utterance) => utterance.Folded.Count(character => character == ' ') >= TellingWords;

    /// <summary>«Верните мне деньги» is no title of a course. As a reason it would be one.</summary>
    private static bool IsAnotherRequest(FieldKind field, RequestForm form, string text, Decision decision) =>
        field.Id != "reason"
        && (decision is Decision.Answer answer && answer.Kind.Id != form.Kind || decision is Decision.HandOff { Kind: { } kind } && kind.Id != form.Kind)
        && Segment.Of(text).Any(segment => segment.Asks);

    /// <summary>«Передумала» cancels a request, but is also a reason for one.</summary>
    private static bool IsReason(FieldKind field, FormMove move, Utterance utterance) =>
        field.Id == "reason" && move == FormMove.Cancel && !utterance.Folded.StartsWith("отмен", StringComparison.Ordinal) && !utterance.Folded.StartsWith("стоп", StringComparison.Ordinal);
}
