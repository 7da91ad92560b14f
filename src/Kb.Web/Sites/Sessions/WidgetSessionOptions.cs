using System.ComponentModel.DataAnnotations;

namespace Kb.Web.Sites.Sessions;

/// <summary>How students' sessions live.</summary>
public sealed class WidgetSessionOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Kb:Sessions";

    /// <summary>How long a session holds; the widget then asks the page for a new token.</summary>
    /// <value>One minute to 30 days; 8 hours by default.</value>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(8);
}
