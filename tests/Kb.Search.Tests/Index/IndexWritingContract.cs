
namespace Kb.Search.Tests.Index;

/// <summary>What every engine behind the seam owes to those who write, and to those who search meanwhile.</summary>
public abstract class IndexWritingContract : SearchIndexTests
{
    [Fact]
    public void Replace_forgets_what_was_there()
    {
        var index = IndexOf(Document("a", "Старое", ""));

        index.Replace([Document("b", "Новое", "")]);

        Assert.Equal(1, index.Count);
        Assert.Empty(index.Search(Ask("старое")).Hits);
        Assert.Single(index.Search(Ask("новое")).Hits);
    }

    [Fact]
    public void Put_adds_a_document_or_takes_the_place_of_the_one_with_its_id()
    {
        var index = IndexOf(Document("a", "Старое", ""), Document("b", "Соседнее", ""));

        index.Put([Document("a", "Новое", ""), Document("c", "Третье", "")]);

        Assert.Equal(3, index.Count);
        Assert.Empty(index.Search(Ask("старое")).Hits);
        Assert.Equal(["a", "b", "c"], Ids(index, Ask("новое соседнее третье")).Order());
    }

    [Fact]
    public void Put_of_twins_or_an_unknown_field_is_refused_and_nothing_changes()
    {
        var index = IndexOf(Document("a", "Прежнее", ""));

        Assert.Throws<ArgumentException>(() => index.Put([Document("b", "Раз", ""), Document("b", "Два", "")]));
        Assert.Throws<ArgumentException>(() => index.Put([Document("a", "Другое", "") with { Fields = [new("colour", "красный")] }]));

        Assert.Equal(1, index.Count);
        Assert.Single(index.Search(Ask("прежнее")).Hits);
    }

    [Fact]
    public void Removed_documents_are_neither_found_nor_counted_and_unknown_ids_are_ignored()
    {
        var index = IndexOf(Document("a", "Вход", ""), Document("b", "Вход", ""), Document("c", "Вход", ""));

        index.Remove(["b", "nobody", "b"]);

        Assert.Equal(2, index.Count);
        Assert.Equal(["a", "c"], Ids(index, Ask("вход")));
        Assert.Equal(2, index.Search(Ask("вход")).Total);
        index.Remove(["a", "c"]);
        Assert.Equal(0, index.Count);
        Assert.Empty(index.Search(Ask("вход")).Hits);
    }

    [Fact]
    public void An_index_filled_document_by_document_answers_like_one_filled_at_once()
    {
        var documents = Enumerable.Range(0, 200)
            .Select(i => Document($"{i:000}", $"Вход {i % 7}", string.Join(' ', Enumerable.Repeat($"курс оплата{i % 11}", 1 + (i % 5)))))
            .ToArray();
        var (whole, grown) = (IndexOf(documents), CreateIndex());
        foreach (var document in documents.Reverse())
        {
            grown.Put([document with { Title = "Черновик", Fields = [new("body", "вход курс черновик")] }]);
            grown.Put([document]);
        }

        for (var merging = true; merging; merging = grown.Merge(CancellationToken.None))
        {
            foreach (var text in new[] { "вход", "оплата3 вход", "курсы 5", "черновик" })
            {
                var (expected, found) = (whole.Search(Ask(text) with { Top = 200 }), grown.Search(Ask(text) with { Top = 200 }));
                Assert.Equal(expected.Hits.Select(hit => (hit.Id, hit.Score)), found.Hits.Select(hit => (hit.Id, hit.Score)));
                Assert.Equal(expected.Total, found.Total);
            }
        }
    }

    [Fact]
    public void A_twin_id_or_an_unknown_field_is_refused_and_the_old_documents_stay()
    {
        var index = IndexOf(Document("a", "Прежнее", ""));

        Assert.Throws<ArgumentException>(() => index.Replace([Document("b", "Раз", ""), Document("b", "Два", "")]));
        Assert.Throws<ArgumentException>(() => index.Replace([Document("c", "", "") with { Fields = [new("colour", "красный")] }]));
        Assert.Single(index.Search(Ask("прежнее")).Hits);
    }

    [Fact]
    public async Task Searches_see_either_all_old_documents_or_all_new_ones()
    {
        var index = CreateIndex();
        var generations = Enumerable.Range(0, 20)
            .Select(generation => Enumerable.Range(0, 50).Select(i => Document($"{generation}-{i:00}", "Вход", "")).ToArray())
            .ToArray();
        index.Replace(generations[0]);
        using var stop = new CancellationTokenSource();

        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var found = index.Search(Ask("вход") with { Top = 100, Explain = false });
                Assert.Equal(50, found.Total);
                Assert.Single(found.Hits.Select(hit => hit.Id.Split('-')[0]).Distinct());
            }
        })).ToArray();
        foreach (var generation in generations)
        {
            index.Replace(generation);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task Searches_beside_a_writer_and_merges_see_each_document_once_and_whole()
    {
        var index = IndexOf([.. Enumerable.Range(0, 50).Select(i => Document($"{i:00}", "Вход", "версия нулевая"))]);
        using var stop = new CancellationTokenSource();

        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                var found = index.Search(Ask("вход") with { Top = 100, Explain = false });
                Assert.Equal(50, found.Total);
                Assert.Equal(50, found.Hits.Select(hit => hit.Id).Distinct().Count());
            }
        })).ToArray();
        var merger = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                index.Merge(CancellationToken.None);
            }
        });
        for (var i = 0; i < 600; i++)
        {
            index.Put([Document($"{i * 7 % 50:00}", "Вход", $"версия {i}")]);
        }

        await stop.CancelAsync();
        await Task.WhenAll([.. readers, merger]);
        Assert.Equal($"{599 * 7 % 50:00}", Assert.Single(index.Search(Ask("599")).Hits).Id);
    }
}
