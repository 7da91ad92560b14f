using System.ComponentModel.DataAnnotations;

namespace Kb.Web.Features.Chat;

/// <summary>How the bot takes its turns in the chat.</summary>
public sealed record ChatOptions
{
    /// <summary>Where these options stand in the configuration.</summary>
    public const string Section = "Kb:Chat";

    /// <summary>How long the bot waits for more short messages before it reads them as one turn.</summary>
    /// <value>0 to 10 seconds; 1.2 seconds by default. A message that is whole by itself never waits.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan BurstWindow { get; init; } = TimeSpan.FromSeconds(1.2);
}
