namespace Kb.Web.Hosting;

/// <summary>What one run of the server is told from outside.</summary>
public sealed record HostSettings
{
    /// <summary>Where the server listens when neither the command line nor the configuration says.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The data folder, open.</summary>
    public required DataFolder Data { get; init; }

    /// <summary>Absolute path of the content folder.</summary>
    public required string Content { get; init; }

    /// <summary>Folder of trained models; null is the data folder's own. Servers over the same content may share one.</summary>
    public string? Models { get; init; }

    /// <summary>Addresses to listen on, separated by semicolons; null leaves it to the configuration.</summary>
    public string? Urls { get; init; }

    /// <summary>Whether the demo page answers to other machines than this one.</summary>
    public bool Demo { get; init; }
}
