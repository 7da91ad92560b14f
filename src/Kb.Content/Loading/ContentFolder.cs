using System.Security.Cryptography;
using System.Text;
using Kb.Content.Lint;

namespace Kb.Content.Loading;

/// <summary>
/// The content files as they are read once from disk: bounded in number and size, valid UTF-8, never outside the folder.
/// </summary>
/// <param name="Files">Texts by path from the folder (forward slashes), in ordinal order.</param>
/// <param name="Fingerprint">Lower-case hex SHA-256 over every file's path and bytes.</param>
/// <param name="Images">Paths of images.</param>
internal sealed record ContentFolder(IReadOnlyList<(string Path, string Text)> Files, string Fingerprint, IReadOnlySet<string> Images)
{
    /// <summary>Largest text file, in bytes.</summary>
    public const long MaxFileBytes = 1024 * 1024;

    /// <summary>Most files.</summary>
    public const int MaxFiles = 20_000;

    private static readonly HashSet<string> ImageExtensions = new(StringComparer.OrdinalIgnoreCase) { ".png", ".jpg", ".jpeg", ".webp", ".gif" };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ContentFolder Read(string root, ICollection<ContentFinding> findings)
    {
        var files = new List<(string, string)>();
        var images = new HashSet<string>(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Paths(root, findings))
        {
            if (ImageExtensions.Contains(Path.GetExtension(path)))
            {
                images.Add(path);
            }
            else if (Path.GetExtension(path) is ".md" or ".yaml" or ".txt" && ReadFile(root, path, findings) is { } bytes)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(path));
                hash.AppendData([0]);
                hash.AppendData(bytes);
                hash.AppendData([0]);
                if (Decode(bytes, path, findings) is { } text)
                {
                    files.Add((path, text));
                }
            }
        }

        return new ContentFolder(files, Convert.ToHexStringLower(hash.GetHashAndReset()), images);
    }

    private static List<string> Paths(string root, ICollection<ContentFinding> findings)
    {
        // A link may point anywhere on the machine: it is not followed.
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden, MaxRecursionDepth = 16 };
        var paths = Directory.EnumerateFiles(root, "*", options)
            .Take(MaxFiles + 1)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (paths.Count > MaxFiles)
        {
            findings.Add(ContentFinding.Error("folder-size", ".", 0, $"В папке больше {MaxFiles} файлов.", "Проверьте, та ли это папка."));
            return [];
        }

        return paths;
    }

    private static byte[]? ReadFile(string root, string path, ICollection<ContentFinding> findings)
    {
        try
        {
            var full = Path.Combine(root, path);
            if (new FileInfo(full).Length <= MaxFileBytes)
            {
                return File.ReadAllBytes(full);
            }

            findings.Add(ContentFinding.Error("file-size", path, 0, "Файл больше 1 МиБ.", "Разделите его на несколько."));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(ContentFinding.Error("file-unreadable", path, 0, "Файл не читается.", "Проверьте права на файл и диск."));
        }

        return null;
    }

    private static string? Decode(byte[] bytes, string path, ICollection<ContentFinding> findings)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            findings.Add(ContentFinding.Error("file-encoding", path, 0, "Файл не в кодировке UTF-8.", "Сохраните его в UTF-8."));
            return null;
        }
    }
}
