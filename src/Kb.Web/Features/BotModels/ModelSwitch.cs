using Kb.Web.Accounts;
using Kb.Web.Knowledge;
using Kb.Web.Knowledge.Models;
using Kb.Web.Problems;
using Kb.Web.Security;

namespace Kb.Web.Features.BotModels;

/// <summary>Switches the model of the edition that serves now.</summary>
internal sealed class ModelSwitch(CurrentKnowledge current, BotRenewal renewal, Audit audit, TimeProvider time)
{
    /// <summary>Puts a model in charge.</summary>
    /// <returns>What is in the way; null when it answers now.</returns>
    public KbProblem? Take(string id, StaffCaller by)
    {
        // While the bot learns, nobody waits for it with a request open.
        if (!current.Changing.TryEnter())
        {
            return KbProblems.BotIsLearning;
        }

        try
        {
            if (renewal.Take(current.Edition, id, by.Name, new BuildSteps(new Progress<string>(), time)) is not { } edition)
            {
                return KbProblems.NotFound;
            }

            current.Publish(edition);
            audit.ModelTaken(by.Id, id);
            return null;
        }
        finally
        {
            current.Changing.Exit();
        }
    }
}
