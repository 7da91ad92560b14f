using Kb.Search.Index;
using Kb.Search.Index.Segments;

namespace Kb.Search.Tests.Index.Segments;

public class ForwardIndexTests
{
    private static readonly IndexOptions Options = InvertedIndexTests.Options;
    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"слово{i % 15}"));

    [Fact]
    public void A_short_field_keeps_its_words_in_order_stop_words_too_and_its_texts_apart()
    {
        var segment = Write(new SearchDocument { Id = "a", Title = "", Fields = [new("title", "Как и где вход"), new("body", "вход на сайт"), new("title", "вход")] });

        Assert.Equal(["0|как", "0 и", "0 где", "0 вход", "0|вход", "1|вход", "1 на", "1 сайт"], Show(segment, 0));
        Assert.Equal([3, 2], segment.Forward.Lengths(0).ToArray()); // «как», «и», «на» are stop words.
    }

    [Fact]
    public void A_long_field_keeps_each_form_once_with_its_number_of_times()
    {
        var segment = Write(new SearchDocument { Id = "a", Title = "", Fields = [new("body", Long), new("title", "слово3")] });

        Assert.Equal("0|слово3", Show(segment, 0)[0]);
        Assert.Equal(
            Enumerable.Range(0, 15).Select(i => $"слово{i}×{(i < 10 ? 3 : 2)}").Order(StringComparer.Ordinal),
            Show(segment, 0)[1..].Select(word => word[2..]).Order(StringComparer.Ordinal));
        Assert.Equal([1, 40], segment.Forward.Lengths(0).ToArray());
    }

    [Fact]
    public void A_merge_keeps_what_segments_know_of_their_documents()
    {
        SearchDocument[] documents =
        [
            new() { Id = "a", Title = "", Fields = [new("title", "вход"), new("body", Long), new("title", "и выход")] },
            new() { Id = "b", Title = "", Fields = [] },
            new() { Id = "c", Title = "", Fields = [new("body", "вход, вход и слово7")] },
        ];
        var index = documents.Reverse().Aggregate(new IndexState(Options, []), (state, document) => IndexWriter.Put(state, [document]));

        var merged = SegmentMerger.Merge(index, index.Segments, CancellationToken.None);

        var whole = Write(documents);
        Assert.Equal(documents.Select(document => document.Id), merged.Documents.Select(document => document.Id));
        for (var document = 0; document < documents.Length; document++)
        {
            Assert.Equal(Show(whole, document).Order(StringComparer.Ordinal), Show(merged, document).Order(StringComparer.Ordinal));
            Assert.Equal(whole.Forward.Lengths(document).ToArray(), merged.Forward.Lengths(document).ToArray());
        }
    }

    private static Segment Write(params SearchDocument[] documents) => Assert.Single(IndexWriter.Build(Options, documents).Segments).Segment;

    /// <summary>Field, «|» at the beginning of a text, the form, and «×» with the times where it may stand more than once.</summary>
    private static List<string> Show(Segment segment, int document)
    {
        var shown = new List<string>();
        var words = segment.Forward.Read(document);
        while (words.Next())
        {
            shown.Add($"{words.Field}{(words.BeginsText && words.IsOrdered ? '|' : ' ')}{segment.Vocabulary.Surfaces[words.Surface]}{(words.IsOrdered ? "" : $"×{words.Times}")}");
        }

        return shown;
    }
}
