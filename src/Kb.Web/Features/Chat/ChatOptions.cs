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

    /// <summary>The same after a message that breaks off: «у меня видео», «можно вопрос», «как получить».</summary>
    /// <value>0 to 10 seconds; 4 seconds by default: a short line takes 1.5 to 3 seconds to type on a phone.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan UnfinishedWindow { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>How long the first of several messages in a row waits at most.</summary>
    /// <value>0 to 30 seconds; 8 seconds by default.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan LongestBurst { get; init; } = TimeSpan.FromSeconds(8);

    internal TimeSpan LongestWindow => BurstWindow > UnfinishedWindow ? BurstWindow : UnfinishedWindow;
}
