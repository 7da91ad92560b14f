using System.CommandLine;
using Kb.Web.Hosting;

namespace Kb.Web.Verbs;

/// <summary>The options that every verb takes, in any position.</summary>
internal sealed class SharedOptions
{
    /// <summary>Folder of the database, keys, models and attachments.</summary>
    public Option<string?> Data { get; } = new("--data")
    {
        Description = "Data folder; made when missing. Default: data/ in the repository, or beside the published binary.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Folder of articles, register and phrases.</summary>
    public Option<string?> Content { get; } = new("--content")
    {
        Description = "Content folder. Default: content/ in the repository, or beside the published binary.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Machine-readable output.</summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Print JSON lines on standard output and nothing else there.",
        Recursive = true,
    };

    /// <summary>Makes the options known to the root and, being recursive, to every verb.</summary>
    public void AddTo(RootCommand root)
    {
        root.Options.Add(Data);
        root.Options.Add(Content);
        root.Options.Add(Json);
    }

    /// <summary>Opens the data folder that the caller named, or the default one.</summary>
    public DataFolder OpenData(ParseResult parsed) => DataFolder.Open(parsed.GetValue(Data) ?? Installation.DefaultData);

    /// <summary>Absolute path of the content folder that the caller named, or of the default one.</summary>
    public string ContentPath(ParseResult parsed) => Path.GetFullPath(parsed.GetValue(Content) ?? Installation.DefaultContent);
}
