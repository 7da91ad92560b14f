using System.Threading.Channels;

namespace Kb.Desk.Notices;

/// <summary>
/// Tells watchers within this process that something changed. A notice carries no news, only «look again»: a watcher reads on
/// from the last number it saw, so that notices may merge, come twice or be missed over a restart, and nothing is lost.
/// </summary>
public sealed class DeskNotices
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DeskTopic, HashSet<NoticeWatch>> _watches = [];

    /// <summary>Begins to watch. Watch first, read after: a change between the two is then not missed.</summary>
    public NoticeWatch Watch(DeskTopic topic)
    {
        var watch = new NoticeWatch(this, topic);
        lock (_lock)
        {
            if (!_watches.TryGetValue(topic, out var watches))
            {
                _watches[topic] = watches = [];
            }

            watches.Add(watch);
        }

        return watch;
    }

    internal void Publish(IReadOnlyCollection<DeskTopic> topics)
    {
        lock (_lock)
        {
            foreach (var watch in topics.SelectMany(topic => _watches.GetValueOrDefault(topic) ?? []))
            {
                watch.Ring();
            }
        }
    }

    internal void Leave(DeskTopic topic, NoticeWatch watch)
    {
        lock (_lock)
        {
            if (_watches.TryGetValue(topic, out var watches) && watches.Remove(watch) && watches.Count == 0)
            {
                _watches.Remove(topic);
            }
        }
    }
}

/// <summary>One watcher's bell. Ringing it twice before anybody came is ringing it once.</summary>
public sealed class NoticeWatch : IDisposable
{
    private readonly Channel<byte> _bell = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly DeskNotices _notices;
    private readonly DeskTopic _topic;

    internal NoticeWatch(DeskNotices notices, DeskTopic topic) => (_notices, _topic) = (notices, topic);

    /// <summary>Waits until something may have changed since the last wait.</summary>
    /// <param name="patience">How long to wait at most. A longer silence ends too, as a change of another process rings no bell here.</param>
    /// <param name="time">The clock that measures it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the bell rang.</returns>
    public async Task<bool> WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _bell.Reader.ReadAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _notices.Leave(_topic, this);

    internal void Ring() => _bell.Writer.TryWrite(0);
}
