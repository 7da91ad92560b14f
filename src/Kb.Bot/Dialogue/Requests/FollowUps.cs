using System.Collections.Frozen;
using Kb.Bot.Answers;
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
    public sealed record Silent(Article Article) : FollowUp;
}

/// <summary>Reads «а если картой?» and «а для юрлица?» together with the question before.</summary>
internal sealed class FollowUps(KnowledgeBase knowledge, MessageReader reader, AnswerPolicy policy)
{
    /// <summary>A longer message without «а» at its beginning stands for itself.</summary>
    private const int ShortMessage = 3;

    /// <summary>A longer one does so with it, too.</summary>
    private const int LongestFollowUp = 9;

    private static readonly FrozenSet<string> Joints = "а и но ну да еще тогда".Split(' ').ToFrozenSet();

    private readonly Analyzer _stems = RussianAnalyzer.Create(knowledge.StopWords);

    /// <summary>What the message comes to after the talk so far; null when it does not go on from anything.</summary>
    /// <param name="before">The talk so far.</param>
    /// <param name="message">The message alone.</param>
    /// <param name="alone">What it comes to alone.</param>
    /// <param name="who">Who asks.</param>
    public FollowUp? Find(DialogueState before, ReadMessage message, Decision alone, Reader who)
    {
        var words = Commands.Clause.Words(message.Utterance.Folded).Where(word => word.Length > 0).ToList();
        if (before.Question is not { } earlier || !GoesOn(words) || IsItsOwn(alone))
        {
            return null;
        }

        var detail = string.Join(' ', words.SkipWhile(Joints.Contains));
        var question = $"{earlier} {detail}";
        var joined = policy.Decide(reader.Read(question), who, mayClarify: false);
        if (joined is Decision.Answer(var found, _) && found.Id != before.Kind || joined is Decision.HandOff { Reason: HandoffReason.KindNeedsPerson })
        {
            return new FollowUp.Joined(joined, $"{earlier}\n{message.Utterance.Text}");
        }

        // What stands in the quoted article word for word is surer than any reading.
        if (before.Kind is { } kind && knowledge.Register.Kinds.GetValueOrDefault(kind) is { } known && policy.DecideKind(known, who) is Decision.Answer(_, var article))
        {
            return PassageOf(article, detail) is { } passage ? new FollowUp.Passage(known, article, passage, $"{earlier}\n{message.Utterance.Text}")
                : joined is Decision.Answer ? new FollowUp.Silent(article)
                : null;
        }

        return null;
    }

    private static bool GoesOn(List<string> words) =>
        words.Count > 0 && (words.Count <= ShortMessage || (Joints.Contains(words[0]) && words.Count <= LongestFollowUp));

    /// <summary>Alone it is sure enough, or is talk.</summary>
    private static bool IsItsOwn(Decision alone) => alone is Decision.Answer or Decision.HandOff or Decision.Talk or Decision.Refuse { Reason: RefusalReason.NoWords or RefusalReason.NoArticle };

    /// <summary>The block of the article's full text that has every content word of the detail, the shortest of several.</summary>
    private string? PassageOf(Article article, string detail)
    {
        var wanted = _stems.Analyze(detail).Select(token => token.Term).ToHashSet();
        return wanted.Count == 0 ? null : article.Faces.Full.Markdown
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(block => Items(block))
            .Where(block => !block.StartsWith('#') && wanted.IsSubsetOf(_stems.Analyze(block).Select(token => token.Term)))
            .MinBy(block => block.Length);
    }

    /// <summary>A list is told item by item; what goes on in the next line belongs to its item.</summary>
    private static List<string> Items(string block)
    {
        if (!block.StartsWith("- ", StringComparison.Ordinal) && !block.StartsWith("* ", StringComparison.Ordinal))
        {
            return [block];
        }

        List<string> items = [];
        foreach (var line in block.Split('\n'))
        {
            if (line is ['-' or '*', ' ', ..] || items.Count == 0)
            {
                items.Add(line.TrimStart('-', '*', ' '));
            }
            else
            {
                items[^1] += "\n" + line.Trim();
            }
        }

        return items;
    }
}
