using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Requests;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>Tells when a student has left a form without saying so.</summary>
internal static class FormExit
{
    /// <summary>So many questions beside the form are answered before it is put aside.</summary>
    private const int MostDetours = 1;

    /// <summary>After such a pause a message is first read as a new request: nobody remembers what the bot had asked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Whether the student has left the form: they ask for something else a second time, or come back after a pause with another request. To be
    /// asked for an address after every question is what people hate about forms. A question that nobody can answer here goes to the person with the form.
    /// </summary>
    public static bool IsLeft(DialogueState before, string text, ReadMessage message, Decision decision, TurnContext context)
    {
        var form = before.Form!;
        var field = FieldBook.Of(form.Asking ?? form.Asked.LastOrDefault() ?? "", form.Kind.Value);
        if (FormWords.ReadInForm(message.Utterance) != FormMove.None || message.IsOutburst || FormQuestions.Refuses(message.Utterance) || FormQuestions.DeclinesPerson(message.Utterance) || Independence.IsHeard(message.Utterance) || message.Command.Command is not null || FieldReader.InPassing(field, text, context) is not null)
        {
            return false;
        }

        var another = decision is Decision.Answer || (decision is Decision.Clarify && FormQuestions.Asks(message.Utterance)) || decision is Decision.HandOff { Kind: { } kind } && kind.Id != form.Kind;
        if (!message.Utterance.Text.Contains(' ', StringComparison.Ordinal))
        {
            return false; // «Вернутся?» is about what was just said.
        }

        if (another && FormQuestions.ChangesMind(message.Utterance))
        {
            return true;
        }

        // An address or a number is asked for, and a sure request comes: it needs no question mark to be one.
        var asks = !field.IsInOwnWords || FormQuestions.Asks(message.Utterance) || Segment.Of(text).Any(segment => segment.Asks);
        return before.LastAt is { } last && context.Now - last >= Patience ? another || decision is Decision.Talk { Id: TalkIds.Greeting }
            : form.Detours >= MostDetours && !FormQuestions.AsksHowLong(text) && (another && asks || decision is not Decision.Refuse && FormQuestions.Asks(message.Utterance));
    }
}
