using System.IO.Compression;

namespace Kb.Bench.Data;

/// <summary>Reads UTF-8 text files, gzipped where the name ends in <c>.gz</c>.</summary>
public static class TextLines
{
    /// <summary>The lines of the file, one by one, without empty ones.</summary>
    public static IEnumerable<string> Read(string path)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    private static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }
}
