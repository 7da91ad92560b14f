using System.Text.RegularExpressions;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Dialogue.Requests;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue;

/// <summary>Decides what a typed message means here: a call for a person, an answer to the bot's own question, or a question.</summary>
internal sealed partial class TextTurn(
    MessageReader reader, AnswerPolicy policy, TurnActions actions, ReplyWriter writer, FormTalk forms, RequestFinder requests, FollowUps followUps, ChoiceWords choices)
{
    /// <summary>A longer message tells a story, and not how it went.</summary>
    private const int VerdictClauses = 3;

    /// <summary>Takes a turn with a message.</summary>
    public void Play(TurnScript script, string text, TurnContext context)
    {
        var before = script.Before;
        var message = Heard(reader.Read(Contacts.Without(text)), before);
        if (message.Command.Command == TalkIds.Distress)
        {
            actions.Comfort(script, context);
            return;
        }

        // Never twice in a row, and not after «другое» either: who was asked once wants an answer now.
        var mayClarify = before.Expecting is not (Expectation.Choice or Expectation.Rewording);
        var decision = policy.Decide(message, context.Reader, mayClarify);
        if (decision is Decision.HandOff { Reason: HandoffReason.Asked })
        {
            actions.CallPerson(script, policy.SureKind(message) ?? requests.SureKind(text), context);
        }
        else if (before.Form is not null && FormExit.IsLeft(before, text, message, decision, context))
        {
            script.Note(new DialogueEvent.FormPutAside());
            Asks(script, text, message, mayClarify, context);
        }
        else if (before.Form is { } form && FormWords.Read(message.Utterance) == FormMove.None && FormWords.ReadInForm(message.Utterance) == FormMove.Cancel && IsOther(form, requests.Find(Contacts.Without(text), message, context.Reader, mayClarify: false).Decision))
        {
            // «Не хочу возврат, хочу обменять курс»: what is wanted instead is not lost with the request.
            script.Note(new DialogueEvent.FormCancelled());
            Asks(script, text, message, mayClarify, context);
        }
        else if (before.Form is not null)
        {
            var isStory = decision is Decision.Refuse && Segment.Of(text).Length > 1;
            forms.OnText(script, text, message, isStory ? requests.Find(Contacts.Without(text), message, context.Reader, mayClarify: false).Decision : decision, context);
        }
        else if (before.Aside is { } aside && Contacts.Only(text) && actions.KindOf(aside.Kind) is not null)
        {
            forms.Resume(script, aside, text, message, decision, context);
        }
        else if (before.Expecting == Expectation.Choice && Contacts.Only(text))
        {
            script.Say(new DialogueEvent.Talked(Wordings.Back), writer.Back(actions.KindsOf(before.Choices), before));
        }
        else if (before.Expecting != Expectation.TicketText && Contacts.Only(text))
        {
            script.Say(new DialogueEvent.Talked(Wordings.OnlyContact), writer.Say(Wordings.OnlyContact, before));
        }
        else if (!Steers(script, message, context) && !Replies(script, text, message, decision, context))
        {
            Asks(script, text, message, mayClarify, context);
        }
    }

    private static bool IsOther(RequestForm form, Decision decision) =>
        decision is Decision.Answer answer && answer.Kind.Id != form.Kind || decision is Decision.HandOff { Kind: { } kind } && kind.Id != form.Kind;

    /// <summary>«Не работает» opens a talk; after an answer it judges that, and in a form it fills a field.</summary>
    private static ReadMessage Heard(ReadMessage message, DialogueState before) =>
        message.Command.Command == TalkIds.Broken && (before.Form is not null || before.Expecting is Expectation.Verdict or Expectation.Consent or Expectation.TicketText)
            ? message with { Command = message.Command with { Command = null } }
            : message;

    /// <summary>«Сначала», «назад», «отмена», «другое», «сам справлюсь».</summary>
    private bool Steers(TurnScript script, ReadMessage message, TurnContext context)
    {
        var before = script.Before;
        switch (FormWords.Read(message.Utterance))
        {
            case FormMove.Restart:
                script.Say(new DialogueEvent.Restarted(), writer.Talk(TalkIds.Restart, before, context));
                return true;
            case FormMove.Back:
                script.Say(new DialogueEvent.Talked(Wordings.Back), writer.Back(actions.KindsOf(before.Choices), before));
                return true;
            case FormMove.Other when before.Expecting == Expectation.Choice:
                script.Say(new DialogueEvent.Talked(TalkIds.Other), writer.Reword(before));
                return true;
            case FormMove.Nudge:
                script.Say(new DialogueEvent.Talked(Wordings.Listening), writer.Listening(before));
                return true;
            case FormMove.Cancel or FormMove.Later:
                script.Say(new DialogueEvent.Talked(Wordings.Cancelled), writer.Say(Wordings.Cancelled, before));
                return true;
            case FormMove.None when Independence.IsHeard(message.Utterance):
                script.Say(new DialogueEvent.Talked(TalkIds.No), writer.Say(Wordings.Declined, before));
                return true;
            default:
                return false;
        }
    }

    /// <summary>An answer to what the bot asked: which one, whether it helped, whether a person shall come, what the request is.</summary>
    private bool Replies(TurnScript script, string text, ReadMessage message, Decision decision, TurnContext context)
    {
        var before = script.Before;
        if (before.Expecting is Expectation.Verdict or Expectation.Consent or Expectation.Choice && (FollowUpQuestion.AsksAgain(message.Utterance) || PastedText.IsIn(text)))
        {
            return false; // «Не понял» is no «нет»: it asks for the same in other words.
        }

        if (before.Expecting == Expectation.Consent && Agreements().IsMatch(message.Utterance.Folded))
        {
            actions.CallPerson(script, null, context);
            return true;
        }

        decision = before.Expecting is Expectation.Verdict or Expectation.Consent && decision is not Decision.Talk && VerdictIn(text, context) is { } verdict ? verdict : decision;
        if (before.Expecting is Expectation.Verdict or Expectation.Consent && Successes().IsMatch(message.Utterance.Folded))
        {
            actions.Rate(script, helped: true, context);
            return true;
        }

        if (decision is Decision.Refuse or Decision.Clarify && before.Expecting != Expectation.TicketText && Successes().IsMatch(message.Utterance.Folded))
        {
            actions.Act(script, new Decision.Talk(TalkIds.Thanks), context);
            return true;
        }

        if (before.Expecting is Expectation.Verdict or Expectation.Consent && decision is Decision.Refuse or Decision.Clarify && Failures().IsMatch(message.Utterance.Folded))
        {
            actions.Rate(script, helped: false, context);
            return true;
        }

        switch (before.Expecting, decision)
        {
            case (Expectation.Choice, _) when choices.Read(message.Utterance, actions.KindsOf(before.Choices)) is { } chosen:
                actions.Act(script, TurnActions.Chosen(policy.DecideKind(chosen, context.Reader, before.Question)), context, before.Question);
                return true;
            case (not (Expectation.Choice or Expectation.TicketText), _) when ChoiceWords.IsPlace(message.Utterance):
                // «Второе» without a list to choose from is about nothing, unless other requests wait.
                if (choices.Read(message.Utterance, actions.KindsOf(before.Waiting)) is { } waiting)
                {
                    actions.Act(script, TurnActions.Chosen(policy.DecideKind(waiting, context.Reader, before.Question)), context, before.Question);
                }
                else
                {
                    script.Say(new DialogueEvent.Talked(TalkIds.Other), writer.Reword(before));
                }

                return true;
            case (Expectation.TicketText, not Decision.Talk) when !message.Utterance.IsEmpty:
                actions.Act(script, new Decision.HandOff(HandoffReason.TicketRequested, policy.SureKind(message)), context);
                return true;
            case (Expectation.Verdict, Decision.Talk { Id: TalkIds.Yes }):
                actions.Rate(script, helped: true, context);
                return true;
            case (Expectation.Verdict, Decision.Talk { Id: TalkIds.No }):
                actions.Rate(script, helped: false, context);
                return true;
            case (Expectation.Consent, Decision.Talk { Id: TalkIds.Yes }):
                actions.CallPerson(script, null, context);
                return true;
            // «Не помогло» after «передать оператору?» does not decline; it complains again.
            case (Expectation.Consent, Decision.Talk { Id: TalkIds.No }) when Complaints().IsMatch(message.Utterance.Folded) || Temper.IsDispleased(message.Utterance):
                actions.Rate(script, helped: false, context);
                return true;
            case (Expectation.Consent, Decision.Talk { Id: TalkIds.No }):
                script.Say(new DialogueEvent.Talked(TalkIds.No), writer.Say(Wordings.Declined, before));
                return true;
            default:
                return false;
        }
    }

    /// <summary>«Спасибо, мы это попробовали, не помогло»: the last clause says how it went, and no clause asks for anything.</summary>
    private Decision.Talk? VerdictIn(string text, TurnContext context) =>
        Segment.Of(text) is [_, .., var last] segments && segments.Length <= VerdictClauses && !text.Contains('?', StringComparison.Ordinal)
        && policy.Decide(reader.Read(last.Text), context.Reader, mayClarify: false) is Decision.Talk { Id: TalkIds.Yes or TalkIds.No } verdict ? verdict : null;

    private void Asks(TurnScript script, string text, ReadMessage message, bool mayClarify, TurnContext context)
    {
        var found = requests.Find(Contacts.Without(text), message, context.Reader, mayClarify);
        if (found.Decision is Decision.Refuse or Decision.Talk or Decision.Clarify && PastedText.IsIn(text))
        {
            // «Что не так?» above a stack trace is not about the school's articles.
            actions.Act(script, new Decision.Talk(TalkIds.Pasted), context);
            return;
        }

        if (found.Decision is Decision.Refuse { Reason: RefusalReason.NotSure or RefusalReason.ForeignWords or RefusalReason.Declined } && FormQuestions.DeclinesPerson(message.Utterance))
        {
            // «Не надо оператора, просто скажите»: to offer one once more would not be listening.
            script.Say(new DialogueEvent.Talked(Wordings.RefuseAlone), writer.Say(Wordings.RefuseAlone, script.Before));
            return;
        }

        switch (followUps.Find(script.Now, message, found.Decision, context.Reader))
        {
            case FollowUp.Joined joined:
                actions.Act(script, joined.Decision, context, joined.Question);
                break;
            case FollowUp.Passage passage:
                script.Say(
                    new DialogueEvent.Answered(passage.Kind.Id, passage.Article.Id, passage.Question),
                    writer.Passage(passage.Article, passage.Text, script.Before));
                break;
            case FollowUp.Silent silent when found.Decision is not Decision.Clarify || silent.Leans:
                script.Say(
                    new DialogueEvent.Refused(silent.IsAsked ? RefusalReason.NotSure : RefusalReason.SeeArticle, silent.Question),
                    silent.IsAsked ? writer.NotInArticle(silent.Article, script.Before) : writer.Noted(script.Before));
                break;
            case FollowUp.Explained(var article, var question):
                script.Say(new DialogueEvent.Refused(RefusalReason.SeeArticle, question), writer.Explained(article, script.Before));
                break;
            case FollowUp.Lost when script.Before.Expecting == Expectation.Choice:
                script.Say(new DialogueEvent.Talked(Wordings.Back), writer.Back(actions.KindsOf(script.Before.Choices), script.Before));
                break;
            case FollowUp.Lost:
                script.Say(new DialogueEvent.Talked(TalkIds.Other), writer.Reword(script.Before));
                break;
            default:
                if (!found.Others.IsEmpty)
                {
                    script.Note(new DialogueEvent.Noticed([.. found.Others.Select(kind => kind.Id)]));
                }

                actions.Act(script, found.Decision, context, list: found);
                break;
        }
    }

    /// <summary>To «Передать оператору?» these are a yes; after an answer «ок» says that it helped.</summary>
    [GeneratedRegex(@"^(?:(?:ну|да|а|тогда|что ж)[ ,]+)*(?:ок|окей|оки|ok|okay|хорошо|ладно|давай(?:те)?|угу|ага|можно|пожалуй|согласен|согласна|не против)(?:[ ,]+(?:ок|хорошо|давай(?:те)?|пожалуйста|спасибо|конечно))*[ .!)]*$")]
    private static partial Regex Agreements();

    /// <summary>«VPN выключил, не помогло».</summary>
    [GeneratedRegex(@"^(?:\S+ ){0,5}(?:не т(?:а|о|от|у|е)(?: \w+)?|(?:это|так|там|туда) (?:я |мы )?(?:уже )?(?:все )?(?:видел|читал|пробовал|делал|смотрел|знаю|знал|проверял|заходил|нажимал)[аи]?|не помог(?:ло|ает|ла|ли)?|не работает|не получ(?:илось|ается)|не вышло|бесполезно|без толку|то же самое|тоже самое)[ .!)]*$")]
    private static partial Regex Failures();

    [GeneratedRegex(@"^(?:(?:спасибо|спс|пасиб[оа]?|сенкс|ура|все|всё|да|ок|окей|ага|хорошо|ясно|отлично|супер|большое|огромное|вам|теперь|сейчас|наконец|о|ой|вроде)[ ,.!]+)*(?:получилось|заработало|помогло|разобрал(?:ась|ся|ись)|вошл[аи]|вошел|зашл[аи]|зашел|нашл[аи]|нашел|решено|работает|пришло|появилось|понятно|понял[аи]?|ясно|норм|нормально|супер|(?:все |всё )?(?:ок|окей))(?:[ ,.!]+(?:спасибо|спс|благодарю|большое|огромное|вам|ок|окей))*[ .!)]*$")]
    private static partial Regex Successes();

    [GeneratedRegex(@"\bне (?:помог\w*|работа\w+|получ\w+|вышло|подо\w+|то)\b|\b(?:все|всё) (?:равно|так же|еще|по-прежнему)\b|\bбез толку\b|\bбесполезно\b")]
    private static partial Regex Complaints();
}
