using Kb.Bot.Answers;
using Kb.Content;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Asks for one field after the other, and knows when to stop asking.</summary>
internal sealed class FormQuestioner(KnowledgeBase knowledge, ReplyWriter writer, HandOver handOver)
{
    /// <summary>So often an answer may be unreadable; then the field is left to the person.</summary>
    private const int MostMisses = 1;

    /// <summary>The fields of the register that are neither known nor skipped. A kind that the register has dropped meanwhile needs none.</summary>
    public IEnumerable<string> Missing(RequestForm form) =>
        knowledge.Register.Kinds.GetValueOrDefault(form.Kind)?.Ask.Where(field => !form.Settled(field)) ?? [];

    /// <summary>Asks for the next field; passes the request on when none is left.</summary>
    /// <param name="script">The turn.</param>
    /// <param name="lead">What is said before; null when nothing is.</param>
    /// <param name="context">Who is asked.</param>
    /// <param name="field">What to ask for instead of the first field that is missing.</param>
    public void Next(TurnScript script, BotReply? lead, TurnContext context, string? field = null)
    {
        var form = script.Now.Form!;
        if ((field ?? Missing(form).FirstOrDefault()) is { } next)
        {
            var ask = writer.Ask(FieldBook.Of(next, form.Kind.Value), missed: false, context.Student);
            script.Say(new DialogueEvent.FieldAsked(next), lead is null ? ask : ask.After(lead));
        }
        else
        {
            PassOn(script, lead, context);
        }
    }

    /// <summary>The answer could not be read: once more, with an example.</summary>
    public void Miss(TurnScript script, FieldKind field, TurnContext context) => Again(script, field, lead: null, context);

    /// <summary>A story instead of a browser's name is no mistake to be corrected: the person shall read it.</summary>
    public void Told(TurnScript script, FieldKind field, string text, TurnContext context)
    {
        script.Note(new DialogueEvent.AlsoAsked(text));
        Again(script, field, writer.Say(Wordings.AlsoTold, script.Before), context);
    }

    /// <summary>The student will not be questioned any more: what is known must do.</summary>
    public void Enough(TurnScript script, string text, TurnContext context)
    {
        script.Note(new DialogueEvent.AlsoAsked(text));
        PassOn(script, writer.Say(Wordings.FormEnough, script.Before), context);
    }

    private void Again(TurnScript script, FieldKind field, BotReply? lead, TurnContext context)
    {
        if (script.Now.Form!.Misses >= MostMisses)
        {
            script.Note(new DialogueEvent.FieldSkipped(field.Id));
            Next(script, writer.Say(Wordings.FieldGivenUp, script.Before), context);
        }
        else
        {
            var ask = writer.Ask(field, missed: true, context.Student);
            script.Say(new DialogueEvent.FieldAsked(field.Id, Missed: true), lead is null ? ask : ask.After(lead));
        }
    }

    private void PassOn(TurnScript script, BotReply? lead, TurnContext context) => handOver.Play(
        script,
        new Decision.HandOff(HandoffReason.KindNeedsPerson, knowledge.Register.Kinds.GetValueOrDefault(script.Now.Form!.Kind)),
        context,
        lead);
}
