using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Understanding;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>What a message that goes on from the previous question comes to. Closed.</summary>
internal abstract record FollowUp
{
    private FollowUp()
    {
    }

    /// <summary>Read together they are a question of their own.</summary>
    /// <param name="Decision">An answer or a handoff.</param>
    /// <param name="Question">Both together.</param>
    public sealed record Joined(Decision Decision, string Question) : FollowUp;

    /// <summary>The article that was quoted tells this too.</summary>
    public sealed record Passage(RequestKind Kind, Article Article, string Text, string Question) : FollowUp;

    /// <summary>It is about the same article, which is silent about it.</summary>
    /// <param name="Article">The one that was quoted.</param>
    /// <param name="IsAsked">Whether it asks, and does not merely add a detail: «айфон 11».</param>
    /// <param name="Question">Both together.</param>
    public sealed record Silent(Article Article, bool IsAsked, string Question) : FollowUp
    {
        /// <summary>Whether it says nothing without what it goes on from: «а если картой?»</summary>
        public bool Leans { get; init; }
    }

    /// <summary>All that explains the article was told already.</summary>
    public sealed record Explained(Article Article, string Question) : FollowUp;

    /// <summary>It goes on from something that had no answer, and says nothing of its own: «не понял» after a question back.</summary>
    public sealed record Lost : FollowUp;
}

/// <summary>Reads «а если картой?» and «а сколько ждать?» together with the question before.</summary>
internal sealed class FollowUps(KnowledgeBase knowledge, MessageReader reader, AnswerPolicy policy)
{
    /// <summary>Confidence from which a guess of another kind beside the answered one is asked about rather than passed over.</summary>
    private const double Likely = 0.6;

    private readonly PassageChoice _passages = new(knowledge.StopWords);

    /// <summary>What the message comes to after the talk so far; null when it does not go on from anything.</summary>
    /// <param name="before">The talk so far.</param>
    /// <param name="message">The message alone.</param>
    /// <param name="alone">What it comes to alone.</param>
    /// <param name="who">Who asks.</param>
    public FollowUp? Find(DialogueState before, ReadMessage message, Decision alone, Reader who)
    {
        if (before.Question is { } open && IsAskedFor(before, message.Utterance) && Readable(before, who) is [var answer, ..])
        {
            return new FollowUp.Silent(answer, IsAsked: false, $"{open}\n{message.Utterance.Text}") { Leans = true };
        }

        if (FollowUpQuestion.Of(message) is not { } asked || (!asked.IsAgain && alone is Decision.Talk or Decision.Refuse { Reason: RefusalReason.NoWords or RefusalReason.Outburst }))
        {
            return null;
        }

        if (asked.IsAgain)
        {
            return Again(before, message, who);
        }

        if (before.Question is not { } said)
        {
            return null;
        }

        var earlier = Contacts.Without(said);

        var question = $"{said}\n{message.Utterance.Text}";
        if (asked.Property.Length > 0 && alone is Decision.Answer(var own, _) && IsSibling(before, own))
        {
            return null; // After how to hand homework in, «какой формат файла» is about the format of homework.
        }

        if (IsItsOwn(alone) || asked.Aspect != FollowUpAspect.Words)
        {
            // Sure as it is alone, after the question before it means something else: «а сколько ждать?» is no question about our hours then.
            // «С телефона» has an article of its own, which says more than the one that points to it.
            return asked.IsFragment && OfBoth(before, asked, earlier, who) is { } special && special.Kind.Id == before.Kind ? new FollowUp.Joined(special, question)
                : (asked.Leans || IsAboutShown(alone, before)) && Told(before, asked with { IsSure = IsItsOwn(alone) }, who) is { } told ? told with { Question = question }
                : asked.IsFragment && OfBoth(before, asked, earlier, who) is { } both ? new FollowUp.Joined(both, question)
                : IsItsOwn(alone) && !asked.Refines && asked.Property.Length == 0 ? null
                : Unsure(before, asked, message, alone, question, earlier, who);
        }

        return Unsure(before, asked, message, alone, question, earlier, who);
    }

    /// <summary>Whether it only names the device or the browser that a person would need to know: after an answer that asks for them «андроид 11, хром» is no new question.</summary>
    private bool IsAskedFor(DialogueState before, Utterance utterance) =>
        before.Expecting is Expectation.Verdict or Expectation.Consent
        && before.Kind is { } kind && knowledge.Register.Kinds.GetValueOrDefault(kind)?.Ask.Any(field => field is "device" or "browser" or "os") == true
        && KnownFields.IsEquipment(utterance.Folded);

    /// <summary>The same in more words: the steps, and once only; whoever does not understand them either needs a person.</summary>
    private FollowUp Again(DialogueState before, ReadMessage message, Reader who)
    {
        var question = $"{before.Question}\n{message.Utterance.Text}";
        return before.Expecting == Expectation.Choice || Readable(before, who) is not [var shown, ..] ? new FollowUp.Lost()
            : !WasAskedAgain(before) && Told(before, new FollowUpQuestion("", FollowUpAspect.Steps, Leans: true), who) is { } told ? told with { Question = question }
            : new FollowUp.Explained(shown, question);
    }

    private static bool WasAskedAgain(DialogueState before) =>
        before.Question?.Split('\n') is [_, .., var last] && FollowUpQuestion.AsksAgain(Utterance.Read(last));

    /// <summary>What a fragment («с телефона») comes to together with its question; null when it says nothing new.</summary>
    private Decision.Answer? OfBoth(DialogueState before, FollowUpQuestion asked, string earlier, Reader who) =>
        policy.Decide(reader.Read($"{earlier} {asked.Detail}"), who, mayClarify: false) is Decision.Answer answer && !before.Shown.Contains(answer.Article.Id) ? answer : null;

    /// <summary>Not sure alone; perhaps together with the question before.</summary>
    private FollowUp? Unsure(DialogueState before, FollowUpQuestion asked, ReadMessage message, Decision alone, string question, string earlier, Reader who)
    {
        var both = reader.Read($"{earlier} {asked.Detail}");
        var joined = policy.Decide(both, who, mayClarify: false);
        if (joined is Decision.Answer(var found, var other) && (found.Id != before.Kind || !before.Shown.Contains(other.Id))
            || joined is Decision.HandOff { Reason: HandoffReason.KindNeedsPerson })
        {
            return new FollowUp.Joined(joined, question);
        }

        // What stands in the quoted article word for word is surer than any reading.
        return IsLikelySibling(before, asked, message, alone) ? null
            : Told(before, asked, who) is { } told ? told with { Question = question }
            : (asked.Property.Length > 0 || joined is Decision.Answer && _passages.IsAboutSomething(asked) || asked.Aspect != FollowUpAspect.Words) && before.Article is not null && Readable(before, who) is [var shown, ..] ? new FollowUp.Silent(shown, asked.Asks, question) { Leans = asked.Leans }
            // «А если не успел?» alone could be about anything: what is asked back must be about both.
            : asked.Leans && alone is Decision.Clarify && policy.Decide(both, who, mayClarify: true) is Decision.Clarify between ? new FollowUp.Joined(between, question)
            : null;
    }

    /// <summary>Whether a kind is another one of the type that was answered.</summary>
    private bool IsSibling(DialogueState before, RequestKind kind) =>
        before.Kind is { } current && kind.Id != current && kind.Type == knowledge.Register.Kinds.GetValueOrDefault(current)?.Type;

    /// <summary>After instalments «а если картой» is likely about the ways to pay, though the article on instalments has a card in passing.</summary>
    private bool IsLikelySibling(DialogueState before, FollowUpQuestion asked, ReadMessage message, Decision alone) =>
        alone is Decision.Clarify { Between: [var likeliest, ..] } && asked.Aspect == FollowUpAspect.Words && asked.Property.Length == 0 && message.Ranking[0].Confidence >= Likely && IsSibling(before, likeliest);

    /// <summary>Alone it is sure enough.</summary>
    private static bool IsItsOwn(Decision alone) => alone is Decision.Answer or Decision.HandOff or Decision.Refuse { Reason: RefusalReason.NoArticle };

    /// <summary>The same answer once more would tell nothing new.</summary>
    private static bool IsAboutShown(Decision alone, DialogueState before) => alone is Decision.Answer(_, var article) && article.Id == before.Article;

    /// <summary>The passage that answers: of the article that was shown, else of another one of its kind.</summary>
    private FollowUp.Passage? Told(DialogueState before, FollowUpQuestion asked, Reader who) => before.Kind is { } kind && knowledge.Register.Kinds.GetValueOrDefault(kind) is { Answer: not AnswerMode.Operator } known
        ? Readable(before, who)
            .Take(asked.Aspect == FollowUpAspect.Words ? int.MaxValue : 1)
            .Select(article => _passages.Find(article, asked) is { } passage ? new FollowUp.Passage(known, article, passage, "") : null)
            .FirstOrDefault(passage => passage is not null)
        : null;

    /// <summary>The articles of the kind that was answered, the quoted one first.</summary>
    private ImmutableArray<Article> Readable(DialogueState before, Reader who) => before.Kind is not { } kind ? [] :
        [.. knowledge.ArticlesOf(kind, who.Grants, who.Today).Where(article => article.Faces.Short is not null).OrderByDescending(article => article.Id == before.Article)];
}
