namespace Kb.Web.Features.Help;

/// <summary>The public help centre.</summary>
internal sealed class HelpOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Kb:Help";

    /// <summary>Id of the site whose chat widget the help centre shows. Empty: no chat, for schools whose chat lives only in the LMS.</summary>
    /// <value>«demo» by default: the site that a fresh data folder knows.</value>
    public string ChatSite { get; init; } = "demo";
}
