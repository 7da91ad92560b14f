using System.Text.Encodings.Web;
using System.Text.Json;
using Kb.Bench.Data;
using Kb.Bench.Retrieval;

namespace Kb.Bench.Comparison;

/// <summary>The files of one set as every engine gets them: where titles are to stay out, they are not in the corpus at all.</summary>
public sealed record SetFiles(string Name, string Corpus, string Queries, string Qrels)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files of a set.</summary>
    /// <param name="set">As named on the command line.</param>
    /// <param name="work">Folder for corpora that had to be changed.</param>
    public static SetFiles Of(NamedSet set, string work) =>
        new(set.Name, set.TextOnly ? WithoutTitles(set, work) : set.CorpusPath, set.QueriesPath, set.QrelsPath);

    private static string WithoutTitles(NamedSet set, string work)
    {
        var path = Path.Combine(work, $"{set.Name.Replace('/', '-')}.jsonl");
        File.WriteAllLines(path, JsonLines.Read<CorpusDocument>(set.CorpusPath).Select(document => JsonSerializer.Serialize(document with { Title = "" }, Readable)));
        return path;
    }
}
