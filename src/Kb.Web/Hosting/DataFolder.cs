namespace Kb.Web.Hosting;

/// <summary>
/// The one folder that a school backs up: database, keys, models, attachments. Only its owner may read it, because it holds
/// students' messages and the secrets of sites.
/// </summary>
public sealed class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private DataFolder(string root) => Root = root;

    /// <summary>Absolute path.</summary>
    public string Root { get; }

    /// <summary>The SQLite database.</summary>
    public string Database => Path.Combine(Root, "kb.db");

    /// <summary>Data Protection keys: without them a restored backup logs everyone out. Made on first use.</summary>
    public string Keys => Subfolder("keys");

    /// <summary>Trained models, a disposable cache. Made on first use.</summary>
    public string Models => Subfolder("models");

    /// <summary>Files that people attached. Made on first use.</summary>
    public string Attachments => Subfolder("attachments");

    /// <summary>Optional settings that survive an upgrade of the binary; same shape as <c>appsettings.json</c>.</summary>
    public string SettingsFile => Path.Combine(Root, "settings.json");

    /// <summary>Opens the folder, making it when missing.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made or changed.</exception>
    public static DataFolder Open(string path)
    {
        var folder = new DataFolder(Path.GetFullPath(path));
        Ensure(folder.Root);
        return folder;
    }

    private string Subfolder(string name)
    {
        var path = Path.Combine(Root, name);
        Ensure(path);
        return path;
    }

    private static void Ensure(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path); // Inherits the parent's access list.
            return;
        }

        Directory.CreateDirectory(path, OwnerOnly);
    }
}
