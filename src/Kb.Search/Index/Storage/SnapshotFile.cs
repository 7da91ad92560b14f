namespace Kb.Search.Index.Storage;

/// <summary>A snapshot as a file. The file is always whole: the next one is written beside it and takes its place in one step.</summary>
internal static class SnapshotFile
{
    /// <summary>Writes the index and replaces the file.</summary>
    /// <exception cref="IOException">The disk is full or broken; the file is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Save(IndexState index, string content, string path)
    {
        var beside = path + ".new";
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                Snapshot.Write(index, content, file);
                file.Flush(flushToDisk: true); // Before the rename: else a power cut could leave the name of a file whose bytes never arrived.
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>Reads the file if there is one.</summary>
    public static SnapshotReading Read(IndexOptions options, string content, string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return Snapshot.Read(options, content, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new SnapshotReading.Unusable(exception is FileNotFoundException or DirectoryNotFoundException ? "none there" : "unreadable");
        }
    }
}
