using System.Collections.Immutable;
using Kb.Search.Analysis;
using Kb.Search.Index;
using Kb.Search.Index.Storage;
using Kb.Search.Query;
using Kb.Search.Tests.Analysis;

namespace Kb.Search.Tests.Index;

public sealed class SnapshotTests : IDisposable
{
    private const string Content = "ревизия 7";
    private static readonly IndexOptions Options = InvertedIndexTests.Options;
    private static readonly string[] Queries = ["вход оплата", "курсы", "сертификат v2.1", "онлайн-курс деньги", "елка"];

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string Path => System.IO.Path.Combine(_folder, "index.kb");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_opened_index_answers_like_the_one_that_was_saved_and_goes_on_like_it()
    {
        var (saved, opened) = (Filled(), new InvertedIndex(Options));
        saved.Save(Path, Content);

        Assert.True(opened.TryOpen(Path, Content, out _));

        AssertSame(saved, opened);
        var late = new RandomCorpus(99).Document("007");
        foreach (var index in new[] { saved, opened })
        {
            index.Put([late]);
            index.Remove(["003", "004"]);
        }

        AssertSame(saved, opened);
    }

    [Fact]
    public void Strange_texts_rules_dates_and_attributes_come_back_as_they_were()
    {
        var documents = HostileTexts.Random(200, seed: 5).Select((text, i) => new SearchDocument
        {
            Id = $"{i:000}{text}",
            Title = text,
            Fields = [new("title", text), new("body", text)],
            Access = AccessRule.Everyone.AndAnyOf(text, "agents").AndAnyOf($"{i % 3}"),
            ValidFrom = i % 2 == 0 ? new DateTimeOffset(2026, 3, 1 + (i % 9), 12, 0, 0, TimeSpan.FromHours(3)) : null,
            Attributes = ImmutableDictionary<string, string>.Empty.Add(text, text),
        }).ToArray();
        var (saved, opened) = (new InvertedIndex(Options), new InvertedIndex(Options));
        saved.Replace(documents);

        saved.Save(Path, Content);
        Assert.True(opened.TryOpen(Path, Content, out _));

        foreach (var text in documents.Take(50).Select(document => document.Title))
        {
            var query = new SearchQuery(text, ["agents", "0", "1"], new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.Zero)) { Top = 200 };
            Assert.Equal(Show(saved.Search(query)), Show(opened.Search(query)));
        }
    }

    [Fact]
    public void A_file_with_any_byte_flipped_or_any_tail_missing_is_refused_and_the_index_stays_as_it_was()
    {
        Filled().Save(Path, Content);
        var whole = File.ReadAllBytes(Path);
        var index = new InvertedIndex(Options);
        index.Replace([new RandomCorpus(1).Document("прежний")]);
        var random = new Random(6);

        for (var i = 0; i < 400; i++)
        {
            var damaged = whole.ToArray();
            damaged[i < 64 ? i : random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            AssertRefused(index, damaged);
            AssertRefused(index, whole[..random.Next(whole.Length)]);
        }

        AssertRefused(index, []);
        AssertRefused(index, [.. whole, 0]);
        AssertRefused(index, new byte[whole.Length]);
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void Another_content_option_stop_list_or_stemmer_is_noticed()
    {
        Filled().Save(Path, Content);

        Assert.Equal("other content", Refusal(Options, "ревизия 8"));
        Assert.Equal("other options", Refusal(Options with { Saturation = 2 }, Content));
        Assert.Equal("other options", Refusal(Options with { Fields = [.. Options.Fields.Reverse()] }, Content));
        Assert.Equal("other options", Refusal(Options with { Stemming = [new RussianStemFilter()] }, Content));
        Assert.Equal("other stems", Refusal(Options with { Stemming = [new StopWordFilter(["как"]), new IrregularFormFilter(), new RussianStemFilter()] }, Content));
        Assert.Null(Refusal(Options, Content));
    }

    [Fact]
    public void Where_there_is_no_file_the_reason_says_so() => Assert.Equal("none there", Refusal(Options, Content));

    [Fact]
    public void A_disk_that_is_full_at_any_moment_throws_and_leaves_the_old_file_and_no_rubbish()
    {
        var index = Filled();
        index.Save(Path, Content);
        var old = File.ReadAllBytes(Path);

        for (var room = 0; room < old.Length; room += old.Length / 37)
        {
            Assert.Throws<IOException>(() => Snapshot.Write(index.Current, Content, new SmallDisk(room)));
        }

        Directory.CreateDirectory(Path + ".new"); // Nothing can be written there.
        Assert.ThrowsAny<Exception>(() => index.Save(Path, "новее"));
        Assert.Equal(old, File.ReadAllBytes(Path));
        Directory.Delete(Path + ".new");
        index.Save(Path, "новее");
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_kill_while_saving_leaves_half_a_file_beside_and_the_old_one_opens()
    {
        var index = Filled();
        index.Save(Path, Content);
        File.WriteAllBytes(Path + ".new", File.ReadAllBytes(Path)[..1_000]);

        Assert.Null(Refusal(Options, Content));
        index.Save(Path, Content);
        Assert.Null(Refusal(Options, Content));
    }

    [Fact]
    public void A_merge_that_is_stopped_changes_nothing()
    {
        var index = Filled();
        var before = Queries.Select(text => Show(index.Search(Ask(text)))).ToArray();
        var documents = new RandomCorpus(8).Documents(600).Select(document => document with { Id = "x" + document.Id, Fields = [new("body", "пусто")] });
        foreach (var handful in documents.Chunk(75))
        {
            index.Put(handful);
        }

        Assert.Throws<OperationCanceledException>(() => index.Merge(new CancellationToken(canceled: true)));
        index.Remove([.. Enumerable.Range(0, 600).Select(i => $"x{i:000}")]);

        Assert.Equal(before, Queries.Select(text => Show(index.Search(Ask(text)))));
    }

    /// <summary>Several segments, some with deleted documents.</summary>
    private static InvertedIndex Filled()
    {
        var corpus = new RandomCorpus(7);
        var index = new InvertedIndex(Options);
        index.Replace(corpus.Documents(40));
        index.Put([corpus.Document("041"), corpus.Document("002")]);
        index.Remove(["001", "005"]);
        return index;
    }

    private static SearchQuery Ask(string text) => new(text, ["agents"], DateTimeOffset.UnixEpoch.AddDays(-1)) { Top = 100 };

    private static void AssertSame(InvertedIndex expected, InvertedIndex found)
    {
        Assert.Equal(expected.Count, found.Count);
        Assert.All(Queries, text => Assert.Equal(Show(expected.Search(Ask(text))), Show(found.Search(Ask(text)))));
    }

    private static string Show(SearchResult result) => string.Join('\n', result.Hits.Select(hit =>
        $"{hit.Id} {hit.Title} {hit.Score:R} {hit.Snippet.Text} {string.Join(',', hit.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))}"));

    private string? Refusal(IndexOptions options, string content)
    {
        new InvertedIndex(options).TryOpen(Path, content, out var reason);
        return reason;
    }

    private void AssertRefused(InvertedIndex index, byte[] file)
    {
        File.WriteAllBytes(Path, file);
        Assert.False(index.TryOpen(Path, Content, out var reason));
        Assert.NotEmpty(reason);
    }

    /// <summary>A disk with room for so many bytes.</summary>
    private sealed class SmallDisk(int room) : Stream
    {
        private int _left = room;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            _left -= count;
            if (_left < 0)
            {
                throw new IOException("No space left on device");
            }
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
