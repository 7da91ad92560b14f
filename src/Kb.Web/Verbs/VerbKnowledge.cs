using System.Collections.Frozen;
using System.CommandLine;
using Kb.Bot.Dialogue;
using Kb.Content.Articles;
using Kb.Content.Lint;
using Kb.Web.Knowledge;

namespace Kb.Web.Verbs;

/// <summary>The knowledge that a verb works with: the same content, index and model as the server's. Speaks on standard error only.</summary>
internal static class VerbKnowledge
{
    /// <summary>The edition, or null after saying why there is none.</summary>
    public static KnowledgeEdition? Open(ParseResult parsed, SharedOptions shared)
    {
        var source = KnowledgeSource.Of(shared.ContentPath(parsed), shared.OpenData(parsed));
        switch (source.Read(new ErrorLines(), atOnce: false))
        {
            case KnowledgeReading.Good(var edition):
                return edition;
            case KnowledgeReading.Previous(var edition, var findings):
                Say(findings, "В базе знаний ошибки, работает предыдущая версия.");
                return edition;
            case KnowledgeReading.Refused(var findings):
                Refuse(findings);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>What the bot is told of a student whom the LMS vouches for, of no course in particular.</summary>
    public static TurnContext StudentContext() => new(
        FrozenSet.Create(StringComparer.Ordinal, ArticleAccess.Public, ArticleAccess.Students),
        TimeProvider.System.GetLocalNow(),
        "Человек ответит здесь же.");

    /// <summary>Says why there is no base to work with.</summary>
    public static void Refuse(IEnumerable<ContentFinding> findings) => Say(findings, "В базе знаний ошибки, а предыдущей версии нет.");

    private static void Say(IEnumerable<ContentFinding> findings, string conclusion)
    {
        foreach (var finding in findings.Where(finding => finding.Severity == FindingSeverity.Error))
        {
            Console.Error.WriteLine(finding);
        }

        Console.Error.WriteLine(conclusion);
    }
}
