using System.Collections.Immutable;
using Kb.Desk.Searches;
using Kb.Web.Security;

namespace Kb.Web.Features.Search.Misses;

/// <summary>
/// Tells searches from keystrokes: «в», «во», «возв» of one person within seconds are one search, which ends when they pause or ask
/// something else, and whose hits they may still open for some minutes. Who searches is known only here, in memory, for minutes.
/// Thread-safe and bounded.
/// </summary>
internal sealed class SearchSessions(TimeProvider time)
{
    /// <summary>A pause that ends the typing of a search.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>How long somebody may read a list of hits before they count as not opened.</summary>
    public static readonly TimeSpan Reading = TimeSpan.FromMinutes(10);

    /// <summary>Who looks at a list so long before the next key has finished typing; a half-typed query that was left sooner, or for good, was no search.</summary>
    public static readonly TimeSpan Glance = TimeSpan.FromSeconds(3);

    /// <summary>How long a query counts once, however often one person comes back to it.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    private const int MostSessions = 5_000;
    private const int MostEnded = 1_000;
    private const int MostTold = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly Queue<MissedSearch> _ended = new();

    /// <summary>Somebody searched, maybe in the middle of a word.</summary>
    public void Searched(HttpContext? context, SearchPlace place, string text, int total, bool isTyping = false)
    {
        if (context is not null)
        {
            Searched(WhoIs(context), place, text, total, isProgram: KbClaims.SubjectOf(context.User)?.StartsWith("key:", StringComparison.Ordinal) == true, isTyping);
        }
    }

    /// <summary>Somebody opened, copied or inserted something; if they searched before, that search was of use.</summary>
    public void Used(HttpContext? context)
    {
        if (context is not null)
        {
            Used(WhoIs(context));
        }
    }

    /// <param name="who">Whose search it is.</param>
    /// <param name="place">Where.</param>
    /// <param name="text">As typed.</param>
    /// <param name="total">How many hits.</param>
    /// <param name="isProgram">Whether nobody can see what is done with the hits: then they count as opened.</param>
    /// <param name="isTyping">Whether the query may go on: the list under the field is shown without Enter.</param>
    internal void Searched(string who, SearchPlace place, string text, int total, bool isProgram = false, bool isTyping = false)
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

            if (session.Search is { } before && !Continues(before, place, typed, now - session.At))
            {
                End(session, wentOnAfter: now - session.At);
            }

            session.Search = new Search(place, typed, total, (isProgram && total > 0) || session.Search is { IsUsed: true }, isTyping);
            session.At = now;
        }
    }

    internal void Used(string who)
    {
        lock (_lock)
        {
            if (_sessions.TryGetValue(who, out var session) && session.Search is { } search)
            {
                session.Search = search with { IsUsed = true };
            }
        }
    }

    /// <summary>Takes the searches that have ended and came to nothing.</summary>
    public ImmutableArray<MissedSearch> TakeMisses()
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var (who, session) in _sessions.Where(entry => now - entry.Value.At >= Pause).ToList())
            {
                if (session.Search is { Total: 0 } || now - session.At >= Reading)
                {
                    End(session);
                }

                if (now - session.At >= Memory)
                {
                    _sessions.Remove(who);
                }
            }

            ImmutableArray<MissedSearch> misses = [.. _ended];
            _ended.Clear();
            return misses;
        }
    }

    private static string WhoIs(HttpContext context) =>
        KbClaims.SubjectOf(context.User) ?? $"{context.Connection.RemoteIpAddress} {context.Request.Headers.UserAgent}";

    /// <summary>Letters were added or taken back, or the very query came again, as when Enter follows the list under the field.</summary>
    private static bool Continues(Search before, SearchPlace place, string now, TimeSpan since) =>
        before.Place == place
        && (string.Equals(before.Text, now, StringComparison.OrdinalIgnoreCase)
            || (since < Pause && (now.StartsWith(before.Text, StringComparison.OrdinalIgnoreCase) || before.Text.StartsWith(now, StringComparison.OrdinalIgnoreCase))));

    /// <param name="session">Whose search ends.</param>
    /// <param name="wentOnAfter">How long they looked at it before they searched for something else; null where they just left.</param>
    private void End(Session session, TimeSpan? wentOnAfter = null)
    {
        if (session.Search is { IsUsed: false } search
            && (search.Total == 0 || !search.IsTyping || wentOnAfter >= Glance)
            && MaskedQuery.Of(search.Text) is { } text
            && _ended.Count < MostEnded
            && session.Told.Count < MostTold
            && session.Told.Add((search.Place, text)))
        {
            _ended.Enqueue(new MissedSearch(search.Place, search.Total == 0 ? MissOutcome.NothingFound : MissOutcome.NothingOpened, text, search.Total));
        }

        session.Search = null;
    }

    private sealed record Search(SearchPlace Place, string Text, int Total, bool IsUsed, bool IsTyping);

    private sealed class Session
    {
        public Search? Search { get; set; }

        public DateTimeOffset At { get; set; }

        public HashSet<(SearchPlace, string)> Told { get; } = [];
    }
}
