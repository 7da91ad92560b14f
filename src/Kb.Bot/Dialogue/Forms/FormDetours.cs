using Kb.Bot.Answers;
using Kb.Bot.Commands;
using Kb.Bot.Dialogue.Requests;
using Kb.Content;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Answers what a student asks in the middle of a request; what the bot cannot answer goes to the person with it.</summary>
internal sealed class FormDetours(KnowledgeBase knowledge, ReplyWriter writer)
{
    /// <summary>Answers what was asked beside the form, and asks for the field again.</summary>
    public void Answer(TurnScript script, Decision decision, string text, TurnContext context)
    {
        var lead = FormQuestions.AsksHowLong(text) ? HowLong(script.Now.Form!, context) : LeadOf(script, decision, text, context);
        var field = FieldBook.Of(script.Now.Form!.Asking!, script.Now.Form.Kind.Value);
        script.Say(
            new DialogueEvent.FieldAsked(field.Id),
            writer.Ask(field, missed: false, context.Student).After(writer.Say(Wordings.FormResumed, script.Before)).After(lead));
    }

    /// <summary>How long the matter takes, as the article tells it, and when a person answers.</summary>
    private BotReply HowLong(RequestForm form, TurnContext context)
    {
        var term = form.Article is { } id && knowledge.Articles.GetValueOrDefault(id) is { } article ? ArticlePassages.Of(article).Term : null;
        return ReplyWriter.Plain(term is null ? context.PersonPromise : $"{term}\n\n{context.PersonPromise}");
    }

    private BotReply LeadOf(TurnScript script, Decision decision, string text, TurnContext context)
    {
        switch (decision)
        {
            case Decision.Answer answer:
                script.Note(new DialogueEvent.Answered(answer.Kind.Id, answer.Article.Id));
                return writer.Answer(answer, section: null, script.Before, context);
            case Decision.Talk(var id):
                script.Note(new DialogueEvent.Talked(id));
                if (id == CommandIds.TicketStatus)
                {
                    script.Do(new BotEffect.ShowTickets());
                }

                return writer.Talk(id, script.Before, context);
            default:
                script.Note(new DialogueEvent.AlsoAsked(text));
                return writer.Say(Wordings.AlsoAsked, script.Before);
        }
    }
}
