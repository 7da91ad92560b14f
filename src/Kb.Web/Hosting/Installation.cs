namespace Kb.Web.Hosting;

/// <summary>
/// Where things lie when nobody says otherwise. The working folder never decides: <c>dotnet run --project</c> changes it,
/// and a service manager starts in the root of the disk.
/// </summary>
internal static class Installation
{
    /// <summary>The repository when run from source; the binary's own folder when published (it then has the base beside it).</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Default data folder.</summary>
    public static string DefaultData => Path.Combine(Root, "data");

    /// <summary>Default content folder.</summary>
    public static string DefaultContent => Path.Combine(Root, "content");

    /// <summary>Folder of <c>wwwroot</c> and <c>appsettings.json</c>.</summary>
    public static string WebRootParent =>
        Path.Combine(Root, "src", "Kb.Web") is var source && Directory.Exists(source) ? source : AppContext.BaseDirectory;

    internal static string FindRoot(string binaries)
    {
        if (Directory.Exists(Path.Combine(binaries, "content")))
        {
            return binaries;
        }

        for (var folder = new DirectoryInfo(binaries); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Kb.sln")))
            {
                return folder.FullName;
            }
        }

        return binaries;
    }
}
