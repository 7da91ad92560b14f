namespace Kb.Web.Knowledge.Models;

/// <summary>Writes files that are there whole or not at all: two processes may write one at once, and a kill must not leave half of it.</summary>
internal static class WholeFile
{
    /// <exception cref="IOException">The disk cannot be written; a file that was there before is whole.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, byte[] bytes)
    {
        var next = $"{path}.{Guid.CreateVersion7():N}";
        File.WriteAllBytes(next, bytes);
        File.Move(next, path, overwrite: true);
    }
}
