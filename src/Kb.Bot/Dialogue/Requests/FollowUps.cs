using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Bot.Answers;
using Kb.Bot.Understanding;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Register;
using Kb.Search.Analysis;

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
internal sealed partial class FollowUps(KnowledgeBase knowledge, MessageReader reader, AnswerPolicy policy)
{
    /// <summary>Of so many words a passage may miss one.</summary>
    private const int ManyWords = 3;

    /// <summary>The place of words that stand neither in a piece's first words nor in its first sentence.</summary>
    private const int InPassing = 2;

    /// <summary>What is longer, in characters, is read on the article's own page.</summary>
    private const int LongestSection = 500;

    /// <summary>A failure of so many words may be asked for by one of them.</summary>
    private const int MostOfATrouble = 3;

    /// <summary>Confidence from which a guess of another kind beside the answered one is asked about rather than passed over.</summary>
    private const double Likely = 0.6;

    /// <summary>From so many letters on the beginning of a word stands for it.</summary>
    private const int ShortForm = 4;

    private readonly Analyzer _content = RussianAnalyzer.Create(knowledge.StopWords);
    private readonly Analyzer _stems = RussianAnalyzer.Create(FrozenSet<string>.Empty);

    /// <summary>What the message comes to after the talk so far; null when it does not go on from anything.</summary>
    /// <param name="before">The talk so far.</param>
    /// <param name="message">The message alone.</param>
    /// <param name="alone">What it comes to alone.</param>
    /// <param name="who">Who asks.</param>
    public FollowUp? Find(DialogueState before, ReadMessage message, Decision alone, Reader who)
    {
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
            : (asked.Property.Length > 0 || joined is Decision.Answer && Wanted(asked).Count > 0 || asked.Aspect != FollowUpAspect.Words) && before.Article is not null && Readable(before, who) is [var shown, ..] ? new FollowUp.Silent(shown, asked.Asks, question) { Leans = asked.Leans }
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
            .Select(article => PassageOf(article, asked) is { } passage ? new FollowUp.Passage(known, article, passage, "") : null)
            .FirstOrDefault(passage => passage is not null)
        : null;

    /// <summary>The articles of the kind that was answered, the quoted one first.</summary>
    private ImmutableArray<Article> Readable(DialogueState before, Reader who) => before.Kind is not { } kind ? [] :
        [.. knowledge.ArticlesOf(kind, who.Grants, who.Today).Where(article => article.Faces.Short is not null).OrderByDescending(article => article.Id == before.Article)];

    private string? PassageOf(Article article, FollowUpQuestion asked)
    {
        var passages = ArticlePassages.Of(article);
        return asked.Aspect switch
        {
            FollowUpAspect.Time => passages.Term,
            FollowUpAspect.Price => passages.Price,
            FollowUpAspect.Steps => Named(passages, asked) ?? passages.Steps,
            _ => (asked.Property.Length > 0 ? Named(passages, asked) : null) ?? Naming([.. passages.Pieces.Where(piece => !IsBesideTrouble(passages, piece, asked))], asked) ?? Naming(passages.Sentences, asked),
        };
    }

    /// <summary>Whether a piece tells of a failure that the single word of a question does not name: «картой» of «Нужно сменить карту или платёж не списался».</summary>
    private bool IsBesideTrouble(ArticlePassages passages, string piece, FollowUpQuestion asked) =>
        passages.Troubles.Contains(piece) && Wanted(asked).Count == 1 && _content.Analyze(Head().Match(piece).Value).Length > MostOfATrouble;

    /// <summary>The section that is named after what is asked: «куда его отправить» by «Куда отправить», the shortest name first.</summary>
    private string? Named(ArticlePassages passages, FollowUpQuestion asked)
    {
        var wanted = asked.IsAgain || asked.Detail.Length == 0 ? [] : Wanted(asked);
        return wanted.Count == 0 ? null : passages.Sections
            .Where(section => section.Text.Length <= LongestSection && Shared(section.Name, wanted) == wanted.Count)
            .OrderBy(section => section.Name.Length)
            .Select(section => section.Text)
            .FirstOrDefault();
    }

    /// <summary>Stems of what is asked about; «а сколько раз?» has nothing but a word that otherwise says little.</summary>
    private HashSet<string> Wanted(FollowUpQuestion asked) => asked.Property.Length > 0 ? [.. _stems.Analyze(asked.Property).Select(token => token.Term)] : _content.Analyze(asked.Subject) is [_, ..] content
        ? [.. content.Select(token => token.Term)]
        : [.. _stems.Analyze(asked.Subject).Select(token => token.Term)];

    /// <summary>The piece that has the wanted words: best in its first words, then in its first sentence; the shortest of several. Of many words one may be missing.</summary>
    /// <param name="pieces">Of the article.</param>
    /// <param name="asked">
    /// Against a sure reading a word in passing counts nothing, and neither does a single word: «картой» of «деньги уйдут в фонд, а не на карту». «С телефона» is
    /// a fragment, and was meant so.
    /// </param>
    private string? Naming(ImmutableArray<string> pieces, FollowUpQuestion asked)
    {
        var wanted = Wanted(asked);
        var needed = asked.Property.Length > 0 ? Math.Min(wanted.Count, 1) : wanted.Count >= ManyWords ? wanted.Count - 1 : wanted.Count;
        var inLead = asked.IsSure || (wanted.Count == 1 && !asked.IsFragment);
        var found = wanted.Count == 0 ? [] : pieces
            .Select(piece => (Text: piece, Place: Array.FindIndex([Head().Match(piece).Value, Lead().Match(piece).Value, piece], part => Shared(part, wanted) >= needed), Shared: Shared(piece, wanted)))
            .Where(piece => piece.Place >= 0 && (piece.Place < InPassing || !inLead))
            .OrderByDescending(piece => piece.Shared)
            .ThenBy(piece => piece.Place)
            .ThenBy(piece => piece.Place == 0 ? 0 : piece.Text.Length)
            .ToList();
        return found is [(['|', ..] row, _, _), ..] ? TableOf(row, pieces, wanted) : found.Select(piece => piece.Text).FirstOrDefault();
    }

    /// <summary>The rows of one table that speak of it, under its head.</summary>
    private string TableOf(string row, ImmutableArray<string> pieces, HashSet<string> wanted)
    {
        var head = row[..(row.LastIndexOf('\n') + 1)];
        return head + string.Join('\n', pieces.Where(piece => piece.StartsWith(head, StringComparison.Ordinal)).Select(piece => piece[head.Length..]).Where(line => Shared(line, wanted) > 0));
    }

    private int Shared(string text, HashSet<string> wanted)
    {
        var words = _stems.Analyze(text).Select(token => token.Term).ToHashSet();
        // «На англ» is short for «на английском».
        return wanted.Count(word => words.Contains(word) || (word.Length >= ShortForm && words.Any(longer => longer.StartsWith(word, StringComparison.Ordinal))));
    }

    /// <summary>What stands in bold at the beginning, the first cell of a table's row, else the first four words.</summary>
    [GeneratedRegex(@"^(?:\*\*[^*]+\*\*|(?:\|[^\n]*\n\|[\s:|-]*\n)?\|[^|]+\||(?:\S+\s+){0,3}\S+)")]
    private static partial Regex Head();

    /// <summary>Up to the end of the first sentence; a table has none and is its own lead.</summary>
    [GeneratedRegex(@"^(?:\|[\s\S]*|(?:(?![.!?](?:\s|\*)|—)[\s\S])*)")]
    private static partial Regex Lead();
}
