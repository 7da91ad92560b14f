namespace Kb.Web.Knowledge;

/// <summary>What tells a changed content folder from an unchanged one without reading it. A watcher of the file system would miss network disks.</summary>
/// <param name="Files">Number of files.</param>
/// <param name="Bytes">Their sizes together.</param>
/// <param name="Newest">Latest change of any of them, in UTC ticks.</param>
internal readonly record struct ContentStamp(int Files, long Bytes, long Newest)
{
    /// <summary>Looks at the folder; a folder that is missing or being moved gives an empty stamp.</summary>
    public static ContentStamp Of(string folder)
    {
        var stamp = default(ContentStamp);
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories))
            {
                stamp = new ContentStamp(stamp.Files + 1, stamp.Bytes + file.Length, Math.Max(stamp.Newest, file.LastWriteTimeUtc.Ticks));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file vanished while it was looked at: the next look sees the folder as it then is.
            return default;
        }

        return stamp;
    }
}
