using System.Collections.Immutable;
using Kb.Desk.Searches;
using Kb.Web.Security;

namespace Kb.Web.Features.Search.Misses;

/// <summary>
/// Tells searches from keystrokes: «в», «во», «возв» of one person within seconds are one search, which ends when they pause or ask
/// something else. Who searches is known only here, in memory, for minutes. Thread-safe and bounded.
/// </summary>
internal sealed class SearchSessions(TimeProvider time)
{
    /// <summary>A pause that ends a search.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>How long a query counts once, however often one person comes back to it.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    private const int MostSessions = 5_000;
    private const int MostEnded = 1_000;
    private const int MostTold = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<(SearchPlace Place, string Text)> _ended = new();

    /// <summary>Somebody searched, maybe in the middle of a word.</summary>
    public void Searched(HttpContext? context, SearchPlace place, string text, int total)
    {
        if (context is not null)
        {
            Searched(KbClaims.SubjectOf(context.User) ?? $"{context.Connection.RemoteIpAddress} {context.Request.Headers.UserAgent}", place, text, total);
        }
    }

    internal void Searched(string who, SearchPlace place, string text, int total)
    {
        var now = time.GetUtcNow();
        var typed = text.Trim();
        lock (_lock)
        {
            if (!_sessions.TryGetValue(who, out var session))
            {
                if (_sessions.Count >= MostSessions)
                {
                    return; // A flood: editors do not miss one more query.
                }

                _sessions[who] = session = new Session();
            }

            if (session.Search is { } before && !(before.Place == place && now - session.At < Pause && Continues(before.Text, typed)))
            {
                End(session);
            }

            session.Search = new Search(place, typed, total);
            session.At = now;
        }
    }

    /// <summary>Takes the searches that have ended without finding anything.</summary>
    public ImmutableArray<(SearchPlace Place, string Text)> TakeMisses()
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var (who, session) in _sessions.Where(entry => now - entry.Value.At >= Pause).ToList())
            {
                End(session);
                if (now - session.At >= Memory)
                {
                    _sessions.Remove(who);
                }
            }

            ImmutableArray<(SearchPlace, string)> misses = [.. _ended];
            _ended.Clear();
            return misses;
        }
    }

    /// <summary>Letters were added or taken back.</summary>
    private static bool Continues(string before, string now) =>
        now.StartsWith(before, StringComparison.OrdinalIgnoreCase) || before.StartsWith(now, StringComparison.OrdinalIgnoreCase);

    private void End(Session session)
    {
        if (session.Search is { Total: 0 } search
            && MaskedQuery.Of(search.Text) is { } text
            && _ended.Count < MostEnded
            && session.Told.Count < MostTold
            && session.Told.Add((search.Place, text)))
        {
            _ended.Enqueue((search.Place, text));
        }

        session.Search = null;
    }

    private sealed record Search(SearchPlace Place, string Text, int Total);

    private sealed class Session
    {
        public Search? Search { get; set; }

        public DateTimeOffset At { get; set; }

        public HashSet<(SearchPlace, string)> Told { get; } = [];
    }
}
