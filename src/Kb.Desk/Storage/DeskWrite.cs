using Kb.Desk.Notices;

namespace Kb.Desk.Storage;

/// <summary>One running write: everything done through it becomes durable together, or not at all.</summary>
/// <param name="db">The tables; saved and committed by the writer.</param>
/// <param name="now">The instant of this write: one for all that it stores.</param>
public sealed class DeskWrite(DeskDbContext db, DateTimeOffset now)
{
    private readonly HashSet<DeskTopic> _changed = [];

    /// <summary>The tables. A handler may save early to read back what it stored; the commit comes later.</summary>
    public DeskDbContext Db => db;

    /// <summary>The instant of this write.</summary>
    public DateTimeOffset Now => now;

    internal bool IsAbandoned { get; private set; }

    internal IReadOnlyCollection<DeskTopic> Changed => _changed;

    /// <summary>Tells those who watch the topic to look again, once the write is on disk.</summary>
    public void Announce(DeskTopic topic) => _changed.Add(topic);

    /// <summary>Undoes the whole write when the work returns: it was refused, so nothing happened.</summary>
    public void Abandon() => IsAbandoned = true;
}
