using System.Text.Json;
using Kb.Web.Hosting;

namespace Kb.Web.Knowledge.Models;

/// <summary>Keeps the <see cref="ModelRecord"/> of a data folder. A damaged file is as good as none: the base's own model is taken then.</summary>
/// <param name="path">Of the file.</param>
internal sealed class ModelRecordFile(string path)
{
    /// <summary>The record; null when there is none that can be read.</summary>
    public ModelRecord? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<ModelRecord>(File.ReadAllBytes(path), KbJson.Options);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Keeps a record; on a disk that cannot be written the one before it stays.</summary>
    public void Write(ModelRecord record)
    {
        try
        {
            WholeFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(record, KbJson.Options));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk must not keep a good model from serving: the next start will decide anew.
        }
    }
}
