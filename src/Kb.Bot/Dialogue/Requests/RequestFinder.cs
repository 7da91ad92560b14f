using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Understanding;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>What a message comes to.</summary>
/// <param name="Decision">What to do now.</param>
/// <param name="Others">Further requests in it, to be taken one by one afterwards.</param>
/// <param name="Basis">What was read for that decision: the message, or the clause that won.</param>
internal sealed record FoundRequest(Decision Decision, ImmutableArray<RequestKind> Others, ReadMessage Basis)
{
    /// <summary>The part of a list that is taken, in the student's words; null where the message is no list.</summary>
    public string? Part { get; init; }

    /// <summary>Requests of a list that are about one of several things: asked alone each leads to a question back. In the student's words.</summary>
    public ImmutableArray<string> Unclear { get; init; } = [];

    /// <summary>Requests of a list that have no answer, in the student's words.</summary>
    public ImmutableArray<string> Unanswered { get; init; } = [];

    /// <summary>The kind that is answered, handed over or known to have no article; null when none is.</summary>
    public RequestKind? Kind => KindOf(Decision);

    /// <summary>Of the best guess; 0 to 1.</summary>
    public double Confidence => Basis.Ranking is [var best, ..] ? best.Confidence : 0;

    /// <inheritdoc cref="Kind"/>
    public static RequestKind? KindOf(Decision decision) => decision switch
    {
        Decision.Answer(var kind, _) => kind,
        Decision.HandOff { Reason: HandoffReason.KindNeedsPerson, Kind: var kind } => kind,
        Decision.Refuse { Kind: var kind } => kind,
        _ => null,
    };
}

/// <summary>
/// Finds the request in a message of several clauses: a long story, two questions at once, «не возврат, а другой курс». The whole is read
/// first; a clause speaks where a story drowned it or a second request stands beside the first; what is denied does not count.
/// </summary>
internal sealed class RequestFinder(MessageReader reader, AnswerPolicy policy, Declining declining)
{
    private const int MostOthers = 3;

    /// <summary>
    /// Confidence from which a clause speaks where the whole message says nothing, or names one more request beside what the whole says. On the golden
    /// questions (dev half) clauses that were merely sure enough to answer were wrong in every second story.
    /// </summary>
    private const double Certain = 0.9;

    /// <summary>A whole that is less sure of its best guess was drowned by its story: what it would ask back about does not stand.</summary>
    private const double Drowned = 0.55;

    /// <summary>Confidence from which a clause stands that says the same as the whole.</summary>
    private const double Agreed = 0.6;

    /// <summary>Confidence from which a question stands against a whole that was read by its background.</summary>
    private const double Unmistakable = 0.95;

    /// <summary>A shorter question leans on what was told before it: «где взять?»</summary>
    private const int EnoughWords = 4;

    /// <summary>A part of a list may list two questions itself; what is deeper is read as one.</summary>
    private const int DeepestList = 2;

    /// <summary>Decides about a message.</summary>
    public FoundRequest Find(string text, ReadMessage whole, Reader who, bool mayClarify) => Find(text, whole, who, mayClarify, depth: 0);

    private FoundRequest Find(string text, ReadMessage whole, Reader who, bool mayClarify, int depth)
    {
        var decision = policy.Decide(whole, who, mayClarify);
        if (whole is not { Command.Command: null, Learned: null, IsOutburst: false })
        {
            return new FoundRequest(decision, [], whole);
        }

        if (depth < DeepestList && Listed(RequestList.Of(text), whole, who, mayClarify, depth) is { } listed)
        {
            return listed;
        }

        if (depth == 0 && RequestList.OfAlternatives(text) is { IsList: true } either && ListedRequests.OneOf(either, part => Find(part, reader.ReadRest(part, whole), who, mayClarify: false, DeepestList), mayClarify ? whole : null) is { } oneOf)
        {
            return oneOf;
        }

        if (Contrast.Read(text) is { } contrast && Asked(contrast, whole, who, mayClarify, depth) is { } asked)
        {
            return asked;
        }

        var segments = Segment.Of(text);
        if (segments.Where(segment => !segment.Greets).ToList() is [var single] && (FoundRequest.KindOf(decision) ?? (decision as Decision.Clarify)?.Between[0]) is { } guessed && declining.Declines(single.Text, guessed.Id.Value))
        {
            return new FoundRequest(new Decision.Refuse(RefusalReason.Declined), [], whole);
        }

        // «Пароль от Госуслуг, не могу войти»: the second clause alone would sound like ours.
        if (segments.Length < 2 || decision is Decision.Refuse { Reason: RefusalReason.ForeignService })
        {
            return new FoundRequest(decision, [], whole);
        }

        if (depth < DeepestList && Listed(RequestList.OfQuestions(text, segments), whole, who, mayClarify, depth) is { } questions)
        {
            return questions;
        }

        segments = [.. segments.Select(segment => segment.Denied && IsWish(segment, whole) ? segment with { Denied = false, Asks = true } : segment)];
        var telling = segments.RemoveAll(segment => segment.Denied || segment.Introduces);
        var asking = Read(telling.Where(segment => segment.Asks), whole, who);
        if (Distinct(asking) is { IsEmpty: false } certain)
        {
            return Speak(certain); // What the others tell changes nothing, and is not read.
        }

        var told = Read(telling.Where(segment => !segment.Asks), whole, who);
        var all = told.Concat(asking).OrderBy(clause => segments.IndexOf(clause.Segment)).ToImmutableArray();
        return Distinct(all) is { IsEmpty: false } sure ? Speak(sure) : Unsure(decision, whole, segments, all, who, mayClarify);

        FoundRequest Speak(ImmutableArray<Clause> clauses) => segments.Any(segment => segment.Denied && (FoundRequest.KindOf(decision) is not { } kind || declining.Declines(segment.Text, kind.Id.Value)))
            ? Several(clauses.Any(IsCertain) ? clauses.RemoveAll(clause => !IsCertain(clause)) : clauses)
            : Beside(clauses, decision, whole, segments, mayClarify);
    }

    /// <summary>Every part of a list by itself; null where it comes to no list of requests.</summary>
    private FoundRequest? Listed(RequestList list, ReadMessage whole, Reader who, bool mayClarify, int depth) => list.IsList
        ? ListedRequests.Of(
            list,
            part => Find(part, reader.ReadRest(part, whole), who, mayClarify: true, depth + 1),
            leaning => FoundRequest.KindOf(policy.Decide(reader.ReadRest(leaning, whole), who, mayClarify: false)),
            mayClarify ? whole : null)
        : null;

    /// <summary>What is asked where one thing is set against another. Where that says nothing, the whole stands, unless it was read as what is denied.</summary>
    private FoundRequest? Asked(Contrast contrast, ReadMessage whole, Reader who, bool mayClarify, int depth)
    {
        var found = Find(contrast.Asked, reader.ReadRest(contrast.Asked, whole), who, mayClarify, depth);
        return FoundRequest.KindOf(found.Decision) is not null || (whole.Ranking is [var best, ..] && reader.ReadPart(contrast.Denied, whole).Ranking is [var denied, ..] && denied.Intent == best.Intent) ? found : null;
    }

    /// <summary>Whether a kind is asked for by denying: «рассылка мне не нужна».</summary>
    private bool IsWish(Segment denied, ReadMessage whole) =>
        Declining.Denies(denied.Text) && policy.SureKind(reader.ReadPart(denied.Text, whole)) is { } kind && !declining.Declines(denied.Text, kind.Id.Value);

    /// <summary>The kind of the first clause that is sure; for a handoff that was asked for in another one.</summary>
    public RequestKind? SureKind(string text) =>
        Segment.Of(Contacts.Without(text)).Where(segment => !segment.Denied).Select(segment => policy.SureKind(reader.Read(segment.Text))).FirstOrDefault(kind => kind is not null);

    /// <summary>What clauses come to alone, small talk left out.</summary>
    private ImmutableArray<Clause> Read(IEnumerable<Segment> segments, ReadMessage whole, Reader who) =>
    [
        .. segments
            // A clause alone is never asked back about: the whole message is.
            .Select(segment => (segment, message: reader.ReadPart(segment.Text, whole)))
            .Select(read => new Clause(read.segment, read.message, policy.Decide(read.message, who, mayClarify: false)))
            .Where(clause => clause.Decision is not Decision.Talk),
    ];

    /// <summary>Of every kind that is named the clause that names it best.</summary>
    private static ImmutableArray<Clause> Distinct(IEnumerable<Clause> clauses) =>
        [.. clauses.Where(clause => clause.Kind is not null).GroupBy(clause => clause.Kind!.Id).Select(same => same.MaxBy(clause => clause.Confidence)!)];

    /// <summary>No clause is sure. What is denied goes, and the rest is read together.</summary>
    private FoundRequest Unsure(Decision decision, ReadMessage whole, ImmutableArray<Segment> segments, ImmutableArray<Clause> telling, Reader who, bool mayClarify)
    {
        if (decision is Decision.Refuse && segments[0].Greets && !segments.Any(segment => segment.Asks))
        {
            // «Добрый день, я мама ученика» introduces; the question follows.
            return new FoundRequest(new Decision.Talk(TalkIds.Greeting), [], whole);
        }

        if (telling.IsEmpty && segments.FirstOrDefault(segment => segment.Denied) is { } denied
            && (segments.All(segment => segment.Denied || FormQuestions.SaysNo(Utterance.Read(segment.Text))) || FoundRequest.KindOf(decision) is not { } guessed || declining.Declines(denied.Text, guessed.Id.Value)))
        {
            return new FoundRequest(new Decision.Refuse(RefusalReason.Declined), [], whole); // «Нет, менять не хочу».
        }

        if (telling.IsEmpty || !segments.Any(segment => segment.Denied))
        {
            // Of a story alone: what is short was searched, and both opinions of it heard.
            return whole.Meant.Length > MessageReader.LongestSearched && decision is (Decision.Clarify or Decision.Refuse { Reason: RefusalReason.NotSure }) && policy.LikeliestKind(whole) is { } likeliest && telling.Any(clause => Agrees(clause, likeliest))
                ? new FoundRequest(policy.DecideKind(likeliest, who, whole.Meant), [], whole)
                : new FoundRequest(decision, [], whole);
        }

        var rest = reader.ReadRest(string.Join(". ", telling.Select(clause => clause.Segment.Text)), whole);
        return new FoundRequest(policy.Decide(rest, who, mayClarify), [], rest);
    }

    /// <summary>Clauses beside the whole. What the whole says or asks back stands: a clause alone lacks what the others tell of it.</summary>
    private FoundRequest Beside(ImmutableArray<Clause> clauses, Decision decision, ReadMessage whole, ImmutableArray<Segment> segments, bool mayClarify)
    {
        var certain = clauses.RemoveAll(clause => !IsCertain(clause));
        if (FoundRequest.KindOf(decision) is { } kind)
        {
            return clauses is [var question] && question.Kind!.Id != kind.Id && StandsAlone(question) && IsBackground(segments, kind, whole) ? Several(clauses)
                : clauses is [var only] && only.Kind!.Id == kind.Id ? Several(clauses)
                : certain.Length > 1 && certain.Any(clause => clause.Kind!.Id == kind.Id) ? Several(certain)
                // Two clear requests beside what the story was taken for: none is dropped.
                : certain.Length > 1 && certain.All(clause => clause.Segment.Asks) ? Several(certain.Add(new Clause(certain[0].Segment, whole, decision)))
                : new FoundRequest(decision, [], whole);
        }

        return decision switch
        {
            Decision.Talk => Several(clauses),
            // The one thing that a clause says, and the whole said too softly.
            Decision.Clarify or Decision.Refuse { Reason: RefusalReason.NotSure } when clauses is [var only] && only.Kind!.Id.Value == whole.Ranking[0].Intent => Several(clauses),
            Decision.Refuse when !certain.IsEmpty => Several(certain),
            Decision.Clarify when !certain.IsEmpty && whole.Ranking[0].Confidence < Drowned => Several(certain),
            // «Как скачать сертификат? И где запись?» is two questions and not a doubt.
            Decision.Clarify when 2 * certain.Sum(clause => clause.Segment.Words) >= segments.Where(segment => !segment.Greets).Sum(segment => segment.Words) => Several(certain),
            // «Когда дадут сертификат, и можно ли получить справку»: neither is certain, but it is these two.
            Decision.Refuse { Reason: RefusalReason.NotSure } when mayClarify && clauses is [_, _, ..] => new FoundRequest(new Decision.Clarify([.. clauses.Take(MostOthers).Select(clause => clause.Kind!)]), [], whole),
            _ => new FoundRequest(decision, [], whole),
        };
    }

    private static bool StandsAlone(Clause question) => question is { Segment: { Asks: true, Words: >= EnoughWords }, Confidence: >= Unmistakable };

    /// <summary>Whether what a message merely tells is what it was taken for: «прохожу бесплатный курс. Есть ли у него чат?»</summary>
    private bool IsBackground(ImmutableArray<Segment> segments, RequestKind kind, ReadMessage whole) =>
        string.Join(". ", segments.Where(segment => segment is { Asks: false, Greets: false, Denied: false }).Select(segment => segment.Text)) is { Length: > 0 } told
        && reader.ReadPart(told, whole).Ranking is [var best, ..] && best.Intent == kind.Id.Value;

    /// <summary>A clause that asks says nearly surely what the whole says too softly.</summary>
    private static bool Agrees(Clause clause, RequestKind kind) =>
        clause.Segment.Asks && clause.Confidence >= Agreed && clause.Message.Ranking[0].Intent == kind.Id.Value;

    private static bool IsCertain(Clause clause) => clause.Confidence >= Certain;

    /// <summary>What the bot can answer comes before what it must hand over: after that it is silent.</summary>
    private static FoundRequest Several(ImmutableArray<Clause> several)
    {
        var ordered = several.OrderBy(clause => clause.Decision is Decision.HandOff).ToImmutableArray();
        return new FoundRequest(ordered[0].Decision, [.. ordered[1..].Take(MostOthers).Select(clause => clause.Kind!)], ordered[0].Message);
    }

    private sealed record Clause(Segment Segment, ReadMessage Message, Decision Decision)
    {
        public RequestKind? Kind => FoundRequest.KindOf(Decision);

        public double Confidence => Message.Ranking is [var best, ..] ? best.Confidence : 0;
    }
}
