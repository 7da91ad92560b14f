using System.IO.Compression;
using System.Text;
using Kb.Bench.Data;
using Kb.Bench.Retrieval;

namespace Kb.Bench.Tests.Data;

public sealed class ReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-bench-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("corpus.jsonl")]
    [InlineData("corpus.jsonl.gz")]
    public void Json_lines_are_read_plain_or_gzipped(string name)
    {
        var path = Write(name, """
            {"id":"1","title":"Возврат","text":"Деньги","extra":[1]}

            {"id":"2","title":"","text":"Вход"}
            """);

        Assert.Equal(
            [new CorpusDocument("1", "Возврат", "Деньги"), new CorpusDocument("2", "", "Вход")],
            JsonLines.Read<CorpusDocument>(path));
    }

    [Fact]
    public void A_line_that_is_not_json_is_named() =>
        Assert.Contains("object 2", Assert.Throws<InvalidDataException>(
            () => JsonLines.Read<BenchQuery>(Write("q.jsonl", "{\"id\":\"1\",\"text\":\"а\"}\n{oops")).ToList()).Message, StringComparison.Ordinal);

    [Fact]
    public void Columns_of_a_table_are_found_by_name_and_quotes_are_characters()
    {
        var path = Write("t.tsv", "intent\ttext\tmore\npay\t\"как оплатить\tx\n");

        Assert.Equal([["\"как оплатить", "pay"]], TsvTable.Read(path, "text", "intent"));
    }

    [Fact]
    public void A_missing_column_or_a_short_row_is_an_error()
    {
        var path = Write("t.tsv", "a\tb\n1\n");

        Assert.Throws<InvalidDataException>(() => TsvTable.Read(path, "c").ToList());
        Assert.Throws<InvalidDataException>(() => TsvTable.Read(path, "b").ToList());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        using var file = File.Create(path);
        using Stream target = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        target.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }
}
