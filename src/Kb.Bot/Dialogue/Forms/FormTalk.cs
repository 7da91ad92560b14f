using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Requests;
using Kb.Bot.Understanding;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Writes a request down field by field: one question at a time, nothing twice, and a way out at every step.</summary>
internal sealed class FormTalk(KnowledgeBase knowledge, ReplyWriter writer, HandOver handOver)
{
    /// <summary>So often an answer may be unreadable; then the field is left to the person.</summary>
    private const int MostMisses = 1;

    private readonly FormDetours _detours = new(knowledge, writer);

    /// <summary>Says what will happen and asks for the first field that is not known.</summary>
    public void Open(TurnScript script, RequestKind kind, Article? article, string question, TurnContext context)
    {
        if (context.OpenRequests.FirstOrDefault(open => open.Kind == kind.Id.Value) is { } open)
        {
            script.Say(new DialogueEvent.Talked(Wordings.AlreadyOpen), writer.AlreadyOpen(open, script.Before));
            return;
        }

        var outlook = writer.Outlook(article, script.Before);
        var aside = script.Now.Aside is { } waiting && waiting.Kind == kind.Id ? waiting : null;
        Begin(script, kind, article?.Id, aside?.Question ?? question, script.Now.Said, context);
        foreach (var known in aside?.Values ?? [])
        {
            script.Note(new DialogueEvent.FieldTaken(known.Field, known.Value));
        }

        outlook = Missing(script.Now.Form!).Count() is > 1 and var count ? writer.Preface(count, script.Before).After(outlook) : outlook;
        Next(script, CardNumbers.In(question) ? writer.Say(Wordings.CardHidden, script.Before).After(outlook) : outlook, context);
    }

    /// <summary>Goes on with the request that was put aside: its answer came late.</summary>
    public void Resume(TurnScript script, RequestForm aside, string text, ReadMessage message, Decision decision, TurnContext context)
    {
        var article = aside.Article is { } id ? knowledge.Articles.GetValueOrDefault(id) : null;
        Open(script, knowledge.Register.Kinds[aside.Kind], article, aside.Question, context);
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
        else if (FormQuestions.DeclinesPerson(message.Utterance))
        {
            script.Say(new DialogueEvent.FormCancelled(), writer.Say(Wordings.RefuseAlone, script.Before));
        }
        else if (message.IsOutburst || move == FormMove.None && FormQuestions.Refuses(message.Utterance))
        {
            Enough(script, text, context);
        }
        else if (move != FormMove.None && !IsReason(field, move, message.Utterance))
        {
            Steer(script, field, move, context);
        }
        else if (decision is Decision.Talk talk && (FormQuestions.IsSmallTalk(talk.Id) || message.Command.Command is not null))
        {
            Beside(script, talk, text, context);
        }
        else if (field.Shape is (FieldShape.Text or FieldShape.Course or FieldShape.Page) && FormQuestions.SaysNo(message.Utterance))
        {
            Steer(script, field, FormMove.Skip, context);
        }
        else if (decision is Decision.Talk { Id: TalkIds.Yes })
        {
            Miss(script, form, field, context); // «Да» is no address, and nobody asked whether it helped.
        }
        else if (decision is Decision.Talk { Id: TalkIds.No } verdict)
        {
            Beside(script, verdict, text, context);
        }
        else if (FieldReader.InPassing(field, text, context) is { } found)
        {
            Take(script, FieldReader.Named(field, text, Missing(form)), found, text, context);
        }
        else if (FormQuestions.Asks(message.Utterance) || IsAnotherRequest(field, form, text, decision) || (field.Shape is not (FieldShape.Text or FieldShape.Course or FieldShape.Page) && (decision is Decision.Answer || FormQuestions.Wants(message.Utterance))))
        {
            Beside(script, decision, text, context);
        }
        else if (Contacts.Only(text) && FieldReader.Emails(text) is [var address, ..])
        {
            // An address is nobody's course; whoever works on the request can use it.
            script.Note(new DialogueEvent.FieldTaken("email", address));
            Next(script, writer.Say(Wordings.ContactNoted, script.Before), context, field.Id);
        }
        else if (FieldReader.Answer(field, text, context, isAgain: form.Misses > 0) is { } value)
        {
            Take(script, field, value, text, context);
        }
        else
        {
            Miss(script, form, field, context);
        }
    }

    /// <inheritdoc cref="FormDetours.Answer"/>
    public void Beside(TurnScript script, Decision decision, string text, TurnContext context) => _detours.Answer(script, decision, text, context);

    /// <summary>The student will not be questioned any more: what is known must do.</summary>
    private void Enough(TurnScript script, string text, TurnContext context)
    {
        script.Note(new DialogueEvent.AlsoAsked(text));
        handOver.Play(
            script,
            new Decision.HandOff(HandoffReason.KindNeedsPerson, knowledge.Register.Kinds.GetValueOrDefault(script.Now.Form!.Kind)),
            context,
            writer.Say(Wordings.FormEnough, script.Before));
    }

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
                Next(script, writer.Say(Wordings.FormRestarted, script.Before), context);
                break;
            case FormMove.Back when form.Asked.IndexOf(field.Id) is > 0 and var at:
                script.Note(new DialogueEvent.FieldReopened(form.Asked[at - 1]));
                Next(script, writer.Say(Wordings.FieldBack, script.Before), context, form.Asked[at - 1]);
                break;
            case FormMove.Back:
                Next(script, writer.Say(Wordings.FieldFirst, script.Before), context, field.Id);
                break;
            default:
                script.Note(new DialogueEvent.FieldSkipped(field.Id));
                Next(script, writer.Say(Wordings.FieldSkipped, script.Before), context);
                break;
        }
    }

    private void Take(TurnScript script, FieldKind field, string value, string text, TurnContext context)
    {
        script.Note(new DialogueEvent.FieldTaken(field.Id, value));
        foreach (var other in Missing(script.Now.Form!).Select(FieldBook.Of))
        {
            // «anna@example.org, Иванова Анна Петровна» answers two questions at once.
            if (FieldReader.Also(other, value, text, context) is { } also)
            {
                script.Note(new DialogueEvent.FieldTaken(other.Id, also));
            }
        }

        Next(script, CardNumbers.In(text) ? writer.Say(Wordings.CardHidden, script.Before) : null, context);
    }

    private void Miss(TurnScript script, RequestForm form, FieldKind field, TurnContext context)
    {
        if (form.Misses >= MostMisses)
        {
            script.Note(new DialogueEvent.FieldSkipped(field.Id));
            Next(script, writer.Say(Wordings.FieldGivenUp, script.Before), context);
        }
        else
        {
            script.Say(new DialogueEvent.FieldAsked(field.Id, Missed: true), writer.Ask(field, missed: true, context.Student));
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

    private void Next(TurnScript script, BotReply? lead, TurnContext context, string? field = null)
    {
        var form = script.Now.Form!;
        if ((field ?? Missing(form).FirstOrDefault()) is { } next)
        {
            var ask = writer.Ask(FieldBook.Of(next, form.Kind.Value), missed: false, context.Student);
            script.Say(new DialogueEvent.FieldAsked(next), lead is null ? ask : ask.After(lead));
        }
        else
        {
            handOver.Play(script, new Decision.HandOff(HandoffReason.KindNeedsPerson, knowledge.Register.Kinds.GetValueOrDefault(form.Kind)), context, lead);
        }
    }

    /// <summary>A kind that the register has dropped meanwhile needs nothing more.</summary>
    private IEnumerable<string> Missing(RequestForm form) =>
        knowledge.Register.Kinds.GetValueOrDefault(form.Kind)?.Ask.Where(field => !form.Settled(field)) ?? [];

    /// <summary>«Верните мне деньги» is no title of a course. As a reason it would be one.</summary>
    private static bool IsAnotherRequest(FieldKind field, RequestForm form, string text, Decision decision) =>
        field.Id != "reason"
        && (decision is Decision.Answer answer && answer.Kind.Id != form.Kind || decision is Decision.HandOff { Kind: { } kind } && kind.Id != form.Kind)
        && Segment.Of(text).Any(segment => segment.Asks);

    /// <summary>«Передумала» cancels a request, but is also a reason for one.</summary>
    private static bool IsReason(FieldKind field, FormMove move, Utterance utterance) =>
        field.Id == "reason" && move == FormMove.Cancel && !utterance.Folded.StartsWith("отмен", StringComparison.Ordinal) && !utterance.Folded.StartsWith("стоп", StringComparison.Ordinal);
}
