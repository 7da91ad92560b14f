using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Kb.Search.Index;
using Kb.Search.Query;

namespace Kb.Bench.Retrieval;

/// <summary>A writer that publishes and looks for what it published, beside a thread that searches all the time and one that merges.</summary>
public static class PublishRun
{
    /// <summary>The figures, under their fixed keys.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, object?>>> MeasureAsync(
        CorpusDocument[] corpus, BenchQuery[] load, int publishes, CancellationToken cancellationToken)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var documents = corpus.Select(BenchIndex.ToDocument).ToImmutableArray();
        var index = new InvertedIndex(BenchIndex.Options);
        var (buildSeconds, _) = Time(() => index.Replace(documents));
        Figures.Progress($"{documents.Length} documents indexed in {buildSeconds:F1} s");
        var indexBytes = index.Bytes;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var searching = Task.Run(() => SearchOn(index, load, stop.Token), CancellationToken.None);
        var merging = Task.Run(() => MergeOn(index, stop.Token), CancellationToken.None);
        var clock = Stopwatch.StartNew();
        var latencies = Enumerable.Range(0, publishes).Select(i => Publish(index, documents[i % documents.Length], i)).Order().ToArray();
        var seconds = clock.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        await merging;
        var searches = await searching;
        return
        [
            new("documents", documents.Length),
            new("publish_p50_ms", Milliseconds(latencies[latencies.Length / 2])),
            new("publish_p99_ms", Milliseconds(latencies[(int)(latencies.Length * 0.99)])),
            new("publish_max_ms", Milliseconds(latencies[^1])),
            new("searches_per_second_meanwhile", Math.Round(searches / seconds)),
            new("build_seconds", Math.Round(buildSeconds, 2)),
            .. Snapshot(index),
            new("index_bytes_per_document", indexBytes / documents.Length),
            new("memory_mb_beside_texts", Math.Round((GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6)),
        ];
    }

    private static IEnumerable<KeyValuePair<string, object?>> Snapshot(InvertedIndex index)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var (saveSeconds, _) = Time(() => index.Save(path, "bench"));
            var bytes = new FileInfo(path).Length;
            var opened = new InvertedIndex(BenchIndex.Options);
            var (openSeconds, _) = Time(() =>
            {
                if (!opened.TryOpen(path, "bench", out var reason))
                {
                    throw new InvalidOperationException($"The snapshot that was just written is refused: {reason}.");
                }
            });
            return
            [
                new("snapshot_mb", Math.Round(bytes / 1e6, 1)),
                new("snapshot_save_seconds", Math.Round(saveSeconds, 2)),
                new("snapshot_open_seconds", Math.Round(openSeconds, 2)),
            ];
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>From the call that publishes to the end of the first search that finds it; every fourth time the document replaces an old one.</summary>
    private static double Publish(InvertedIndex index, SearchDocument like, int number)
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"новинка{number}");
        var document = like with
        {
            Id = number % 4 == 0 ? like.Id : string.Create(CultureInfo.InvariantCulture, $"new-{number}"),
            Fields = [.. like.Fields, new FieldText(BenchIndex.Text, word)],
        };
        var (seconds, found) = Time(() =>
        {
            index.Put([document]);
            return Search(index, word);
        });
        return found.Hits.Any(hit => hit.Id == document.Id) ? seconds : throw new InvalidOperationException($"'{document.Id}' was published and is not found.");
    }

    private static long SearchOn(InvertedIndex index, BenchQuery[] load, CancellationToken cancellationToken)
    {
        var count = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            Search(index, load[count++ % load.Length].Text);
        }

        return count;
    }

    private static async Task MergeOn(InvertedIndex index, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                if (!index.Merge(cancellationToken))
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private static SearchResult Search(InvertedIndex index, string text) =>
        index.Search(new SearchQuery(text, [], DateTimeOffset.UnixEpoch) { Explain = false, CountTotal = false });

    private static (double Seconds, T Result) Time<T>(Func<T> what)
    {
        var began = Stopwatch.GetTimestamp();
        var result = what();
        return (Stopwatch.GetElapsedTime(began).TotalSeconds, result);
    }

    private static (double Seconds, bool Result) Time(Action what) => Time(() =>
    {
        what();
        return true;
    });

    private static double Milliseconds(double seconds) => Math.Round(seconds * 1000, 2);
}
