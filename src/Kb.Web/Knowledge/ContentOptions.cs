using System.ComponentModel.DataAnnotations;

namespace Kb.Web.Knowledge;

/// <summary>How the server follows its content folder.</summary>
internal sealed class ContentOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Kb:Content";

    /// <summary>How often the folder is looked at for edits; a change is live a few seconds after it is saved.</summary>
    /// <value>1 second to 1 hour; 3 seconds by default.</value>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(3);
}
