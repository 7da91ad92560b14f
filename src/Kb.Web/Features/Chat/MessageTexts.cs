using System.Diagnostics;
using Kb.Desk.Conversations;
using Kb.Web.Problems;

namespace Kb.Web.Features.Chat;

/// <summary>Reads typed texts, and refuses those that are none in words.</summary>
internal static class MessageTexts
{
    /// <summary>The text, or null and what to answer.</summary>
    public static MessageText.Accepted? Read(string typed, out KbProblem? problem)
    {
        (var accepted, problem) = MessageText.Read(typed) switch
        {
            MessageText.Accepted text => (text, (KbProblem?)null),
            MessageText.Empty => (null, KbProblems.MessageEmpty),
            MessageText.TooLong(var length) => (null, KbProblems.MessageTooLong(length, MessageText.MaxLength)),
            _ => throw new UnreachableException(),
        };
        return accepted;
    }
}
