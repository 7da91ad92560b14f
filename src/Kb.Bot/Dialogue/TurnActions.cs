using System.Collections.Immutable;
using System.Diagnostics;
using Kb.Bot.Answers;
using Kb.Bot.Commands;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Dialogue.Requests;
using Kb.Bot.Understanding;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>Carries decisions out: what is said, what is remembered, what the host must do.</summary>
internal sealed class TurnActions(KnowledgeBase knowledge, ReplyWriter writer, HandOver handOver, FormTalk forms, ArticleSections sections)
{
    /// <summary>So often requests that wait are named again, while the student asks for other things.</summary>
    private const int MostReminders = 2;

    /// <summary>Of many that wait only the latest are offered.</summary>
    private const int MostButtons = 4;

    /// <summary>A decision about a kind that the student chose from a list: they need not say yes once more.</summary>
    public static Decision Chosen(Decision decision) => decision is Decision.HandOff handOff ? handOff with { Consent = HandoffConsent.Given } : decision;

    /// <summary>Carries a decision out.</summary>
    /// <param name="script">The turn.</param>
    /// <param name="decision">What to do.</param>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="question">The question in the student's words, where it is more than the last message; null where it is not.</param>
    /// <param name="list">Where the decision is one of several that a message lists; null where it stands for itself.</param>
    public void Act(TurnScript script, Decision decision, TurnContext context, string? question = null, FoundRequest? list = null)
    {
        switch (decision)
        {
            case Decision.Answer answer:
                Answer(script, answer, context, question, list);
                break;
            case Decision.Clarify clarify:
                script.Say(new DialogueEvent.Clarified([.. clarify.Between.Select(kind => kind.Id)]), writer.Clarify(clarify, script.Before));
                break;
            case Decision.Refuse refuse:
                script.Note(new DialogueEvent.Refused(refuse.Reason));
                script.Reply(Waiting(script, writer.Refuse(refuse, script.Before), list?.Unclear ?? []));
                break;
            case Decision.HandOff { Reason: HandoffReason.KindNeedsPerson, Kind: not null } handOff:
                forms.Open(script, handOff, question ?? script.Now.LastMessage ?? "", context, list is null ? null : writer.Besides(list, script.Before));
                break;
            case Decision.HandOff handOff:
                handOver.Play(script, handOff, context);
                break;
            case Decision.Talk(var id):
                Talk(script, id, context);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A person at once, from any state, with what is known.</summary>
    public void CallPerson(TurnScript script, RequestKind? kind, TurnContext context) =>
        handOver.Play(script, new Decision.HandOff(HandoffReason.Asked, KindOf(script.Before.Form?.Kind) ?? kind ?? KindOf(script.Before.Kind)), context);

    /// <summary>Somebody may harm themselves: a kind word and a person at once, from any state, with nothing asked before.</summary>
    public void Comfort(TurnScript script, TurnContext context) => handOver.Play(script, new Decision.HandOff(HandoffReason.Distress), context);

    /// <summary>Notes whether the last answer helped; the second one in vain about the same matter brings a person.</summary>
    public void Rate(TurnScript script, bool helped, TurnContext context)
    {
        var secondMiss = !helped && script.Before.Rejected.Any(rejected => IsAboutSame(script.Before, rejected));
        script.Note(new DialogueEvent.Rated(helped));
        if (secondMiss)
        {
            // Two answers in vain: a third guess would only cost the student time.
            handOver.Play(script, new Decision.HandOff(HandoffReason.NotHelped, KindOf(script.Before.Kind)), context);
        }
        else
        {
            var article = script.Before.Article is { } shown ? knowledge.Articles.GetValueOrDefault(shown) : null;
            script.Reply(helped ? Waiting(script, writer.Helpful(script.Before), [], isSettled: true) : writer.NotHelpful(article, script.Before));
        }
    }

    /// <summary>The kind of this id; null when the register has none.</summary>
    public RequestKind? KindOf(KindId? id) => id is { } known ? knowledge.Register.Kinds.GetValueOrDefault(known) : null;

    /// <summary>Those of the kinds that the register still has.</summary>
    public ImmutableArray<RequestKind> KindsOf(IEnumerable<KindId> ids) => [.. ids.Select(id => KindOf(id)).OfType<RequestKind>()];

    /// <summary>Whether an article that did not help was about what is talked of now: kinds of one type are. Who asks of something else has not been failed in that yet.</summary>
    private bool IsAboutSame(DialogueState state, ArticleId rejected) =>
        KindOf(state.Kind) is not { } current || knowledge.Articles.GetValueOrDefault(rejected) is not { } article || KindOf(article.Kind)?.Type == current.Type;

    /// <summary>To say an answer again that is on the screen would not be listening, where a question asks more of it than its article says in words we know.</summary>
    private void Answer(TurnScript script, Decision.Answer answer, TurnContext context, string? question, FoundRequest? list)
    {
        var (article, message) = (answer.Article, Contacts.Without(script.Now.LastMessage ?? ""));
        var isShown = script.Before.Article == article.Id;
        var section = sections.For(article, Contacts.Without(question ?? list?.Part ?? message))
            ?? (isShown ? sections.Nearest(article, message, script.Before.Question) : null);
        if (isShown && section is null && list is null or { Part: null, Others.IsEmpty: true }
            && FormQuestions.Asks(Utterance.Read(message)) && sections.AsksMore(article, message, script.Before.Question))
        {
            script.Say(new DialogueEvent.Refused(RefusalReason.SeeArticle, question), writer.NotExactly(article, script.Before));
            return;
        }

        script.Note(new DialogueEvent.Answered(answer.Kind.Id, article.Id, question));
        script.Reply(Waiting(script, writer.WithUnanswered(writer.Answer(answer, section, script.Before, context), list?.Unanswered ?? [], script.Before), list?.Unclear ?? []));
    }

    private void Talk(TurnScript script, string id, TurnContext context)
    {
        if (id is TalkIds.Broken or TalkIds.Pasted && KindsOf(knowledge.Register.Talk.FirstOrDefault(turn => turn.Id == id)?.Mostly ?? []) is [_, ..] mostly)
        {
            script.Say(new DialogueEvent.Clarified([.. mostly.Select(kind => kind.Id)]), writer.WhatIsMeant(id, mostly, script.Before));
            return;
        }

        script.Say(new DialogueEvent.Talked(id), writer.Talk(id, script.Before, context));
        if (id == CommandIds.TicketStatus)
        {
            script.Do(new BotEffect.ShowTickets());
        }
    }

    /// <summary>The requests that wait are named until the student goes on to something else; one that was put aside only then, and when the rest is settled.</summary>
    private BotReply Waiting(TurnScript script, BotReply reply, ImmutableArray<string> unclear, bool isSettled = false)
    {
        var leaves = script.Now.Form is null ? KindOf(script.Before.Form?.Kind) : null;
        var waiting = script.Now.Waiting
            .Where(kind => isSettled || kind == leaves?.Id || (kind != script.Now.Aside?.Kind && script.Now.WaitingTurns <= MostReminders));
        return writer.WithWaiting(reply, KindsOf(waiting.TakeLast(MostButtons)), unclear, leaves, script.Before);
    }
}
