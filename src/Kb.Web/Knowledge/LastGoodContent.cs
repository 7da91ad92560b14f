namespace Kb.Web.Knowledge;

/// <summary>
/// A copy, in the data folder, of the content that last made a good base: when an editor breaks a file and the server restarts,
/// students still get yesterday's answers. The copy is made aside and swapped in, so that a kill leaves one whole copy.
/// </summary>
/// <param name="folder">Where the copy lives.</param>
internal sealed class LastGoodContent(string folder)
{
    private readonly string _next = folder + ".next";
    private readonly string _old = folder + ".old";

    /// <summary>Path of the copy, or null when there is none yet.</summary>
    public string? Find()
    {
        // Killed between the two moves of Keep: the old copy is still whole.
        if (!Directory.Exists(folder) && Directory.Exists(_old))
        {
            Directory.Move(_old, folder);
        }

        return Directory.Exists(folder) ? folder : null;
    }

    /// <summary>Copies a content folder that has just been found good.</summary>
    public void Keep(string content)
    {
        Delete(_next);
        Copy(new DirectoryInfo(content), _next);
        Delete(_old);
        if (Directory.Exists(folder))
        {
            Directory.Move(folder, _old);
        }

        Directory.Move(_next, folder);
        Delete(_old);
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in from.EnumerateFileSystemInfos().Where(entry => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)))
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo inner)
            {
                Copy(inner, target);
            }
            else
            {
                File.Copy(entry.FullName, target);
            }
        }
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
