using Kb.Bot.Answers;
using Kb.Bot.Commands;
using Kb.Bot.Dialogue.Requests;
using Kb.Content;
using Kb.Content.Articles;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Answers what a student asks in the middle of a request; what the bot cannot answer goes to the person with it.</summary>
internal sealed class FormDetours(KnowledgeBase knowledge, ReplyWriter writer, ArticleSections sections)
{
    /// <summary>Answers what was asked beside the form, and asks for the field again.</summary>
    public void Answer(TurnScript script, Decision decision, string text, TurnContext context)
    {
        var form = script.Now.Form!;
        var field = FieldBook.Of(form.Asking!, form.Kind.Value);
        var isAddressed = NotesAddress(script, form, field, text);
        var lead = FormQuestions.AsksHowLong(text) ? HowLong(form, context) : LeadOf(script, decision, text, context, isAddressed);
        script.Say(
            new DialogueEvent.FieldAsked(field.Id),
            writer.Ask(field, missed: false, context.Student).After(writer.Say(Wordings.FormResumed, script.Before)).After(lead));
    }

    /// <summary>«Пришлите на hr@example.org»: named is named, whatever was asked for.</summary>
    private bool NotesAddress(TurnScript script, RequestForm form, FieldKind asked, string text)
    {
        if (asked.Shape == FieldShape.Email || form.Settled("email") || knowledge.Register.Kinds.GetValueOrDefault(form.Kind)?.Ask.Contains("email") != true
            || FieldReader.Emails(text) is not [var address])
        {
            return false;
        }

        script.Note(new DialogueEvent.FieldTaken("email", address));
        return true;
    }

    /// <summary>How long the matter takes, as the article tells it, and when a person answers.</summary>
    private BotReply HowLong(RequestForm form, TurnContext context)
    {
        var term = form.Article is { } id && knowledge.Articles.GetValueOrDefault(id) is { } article ? ArticlePassages.Of(article).Term : null;
        return ReplyWriter.Plain(term is null ? context.PersonPromise : $"{term}\n\n{context.PersonPromise}");
    }

    private BotReply LeadOf(TurnScript script, Decision decision, string text, TurnContext context, bool isAddressed)
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
            case Decision.Refuse or Decision.Clarify when Told(script.Now.Form!, text, context) is var (article, piece):
                script.Note(new DialogueEvent.Answered(article.Kind, article.Id));
                return writer.Passage(article, piece, script.Before);
            default:
                script.Note(new DialogueEvent.AlsoAsked(text));
                return writer.Say(isAddressed ? Wordings.ContactNoted : Wordings.AlsoAsked, script.Before);
        }
    }

    /// <summary>What an article of the form's own kind says about a question that is not clear by itself: «а НДС?»</summary>
    private (Article Article, string Piece)? Told(RequestForm form, string text, TurnContext context) => knowledge
        .ArticlesOf(form.Kind, context.Reader.Grants, context.Reader.Today)
        .Where(article => article.Faces.Short is not null)
        .OrderByDescending(article => article.Id == form.Article)
        .Select(article => sections.Nearest(article, Contacts.Without(text), form.Question) is { } piece ? (article, piece) : default((Article, string)?))
        .FirstOrDefault(told => told is not null);
}
