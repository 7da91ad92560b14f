using System.CommandLine;
using Kb.Bench.Chat;
using Kb.Bench.Comparison;
using Kb.Bench.Intents;
using Kb.Bench.Messages;
using Kb.Bench.Retrieval;
using Kb.Bench.Strings;

namespace Kb.Bench.Tests;

public sealed class BenchCommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kb-bench-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("retrieval --corpus corpus.jsonl --queries absent.jsonl --qrels qrels.tsv", "absent.jsonl")]
    [InlineData("retrieval --corpus absent.jsonl --queries queries.jsonl --qrels qrels.tsv", "absent.jsonl")]
    [InlineData("retrieval --corpus corpus.jsonl --queries queries.jsonl", "--qrels")]
    [InlineData("retrieval --set absent:dev", "absent:dev")]
    [InlineData("retrieval --corpus empty --queries queries.jsonl --qrels qrels.tsv", "no documents")]
    [InlineData("retrieval --corpus corpus.jsonl --queries empty --qrels qrels.tsv", "none of the queries")]
    [InlineData("retrieval --corpus corpus.jsonl --queries queries.jsonl --qrels empty", "none of the queries")]
    [InlineData("retrieval --corpus corpus.jsonl --queries queries.jsonl --qrels words.tsv", "'да' is no grade")]
    [InlineData("retrieval --corpus garbage --queries queries.jsonl --qrels qrels.tsv", "object 1")]
    [InlineData("retrieval --corpus garbage.gz --queries queries.jsonl --qrels qrels.tsv", "")]
    [InlineData("retrieval --corpus nameless.jsonl --queries queries.jsonl --qrels qrels.tsv", "object 1")]
    [InlineData("intents --train empty --test phrases.tsv", "no phrase of an intent to learn from")]
    [InlineData("intents --train header.tsv --test phrases.tsv", "no phrase of an intent to learn from")]
    [InlineData("intents --train phrases.tsv --test header.tsv", "no phrase of an intent to judge")]
    [InlineData("intents --train garbage --test phrases.tsv", "columns text, intent")]
    [InlineData("intents --train absent.tsv --test phrases.tsv", "absent.tsv")]
    [InlineData("intents --test phrases.tsv", "--train")]
    [InlineData("messages --content . --in empty", "no messages")]
    [InlineData("messages --content . --in phrases.tsv", "")]
    [InlineData("messages --content absent --in phrases.tsv", "absent")]
    [InlineData("publish --corpus empty --queries queries.jsonl", "nothing to read")]
    [InlineData("publish --corpus corpus.jsonl --queries absent.jsonl", "absent.jsonl")]
    [InlineData("compare --set absent:dev --runner empty --peer lucene", "absent:dev")]
    [InlineData("strings --server nowhere --key k", "nowhere")]
    [InlineData("chat --url nowhere", "--url")]
    [InlineData("chat --url http://127.0.0.1:1 --clients 1 --rate 1 --seconds 1", "")]
    [InlineData("chat --url http://127.0.0.1:1 --rate 0", "--rate")]
    [InlineData("chat --url http://127.0.0.1:1 --seconds many", "--seconds")]
    [InlineData("chat", "--url")]
    [InlineData("chat --server absent.dll", "absent.dll")]
    public async Task A_wrong_call_or_file_is_told_in_one_line_and_ends_with_2(string call, string said)
    {
        WriteFiles();
        using var error = new StringWriter();

        var code = await BenchCommandLine.RunAsync(Root(), Arguments(call), error);

        Assert.Equal(BenchCommandLine.WrongInput, code);
        var line = Assert.Single(error.ToString().TrimEnd().Split('\n'));
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.NotEmpty(line);
    }

    [Fact]
    public async Task A_load_on_a_running_server_needs_no_more_than_its_address()
    {
        await using var bare = await BareServer.StartAsync(CancellationToken.None);
        using var error = new StringWriter();

        var code = await BenchCommandLine.RunAsync(Root(), Arguments($"chat --url {bare.Address.ToString().TrimEnd('/')} --clients 2 --rate 10 --seconds 1 --json"), error);

        Assert.Equal((0, ""), (code, error.ToString()));
    }

    private static RootCommand Root() => new("tests")
    {
        CompareVerb.Create(), ChatVerb.Create(), IntentsVerb.Create(), MessagesVerb.Create(), PublishVerb.Create(), RetrievalVerb.Create(), StringsVerb.Create(),
    };

    /// <summary>Names of files as paths into the folder of the test.</summary>
    private string[] Arguments(string call) =>
        [.. call.Split(' ').Select((part, i) => i > 0 && (part.Contains('.', StringComparison.Ordinal) || part is "empty" or "garbage" or "absent") && !part.Contains(':', StringComparison.Ordinal) ? Path.Combine(_folder, part) : part)];

    private void WriteFiles()
    {
        foreach (var (name, text) in new[]
        {
            ("corpus.jsonl", """{"id":"1","title":"Возврат","text":"Как вернуть деньги"}"""),
            ("nameless.jsonl", """{"title":"Возврат","text":"Как вернуть деньги"}"""),
            ("queries.jsonl", """{"id":"a","text":"вернуть деньги"}"""),
            ("qrels.tsv", "query-id\tdoc-id\tgrade\na\t1\t1\n"),
            ("words.tsv", "query-id\tdoc-id\tgrade\na\t1\tда\n"),
            ("phrases.tsv", "text\tintent\nкак вернуть деньги\trefund\n"),
            ("header.tsv", "text\tintent\n"),
            ("garbage", "\u0001{{"),
            ("garbage.gz", "это не архив"),
            ("empty", ""),
        })
        {
            File.WriteAllText(Path.Combine(_folder, name), text);
        }
    }
}
