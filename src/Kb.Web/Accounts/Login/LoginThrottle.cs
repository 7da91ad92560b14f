using Kb.Web.Security;
using Microsoft.Extensions.Options;

namespace Kb.Web.Accounts.Login;

/// <summary>
/// Counts wrong passwords. An address that nobody owns is counted like a real one, so the answer never tells which exist; and a
/// browser that has signed in before is counted apart, so a stranger's guesses never lock the owner out.
/// </summary>
/// <remarks>Kept in memory: a restart forgives five guesses, which is less than a guess a second would need for years.</remarks>
internal sealed class LoginThrottle(IOptions<LimitOptions> options, TimeProvider time)
{
    // Beyond this many counted addresses the oldest windows are swept; an attacker who spreads over more is met by the limit by network address.
    private const int SweepAt = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Window> _windows = [];

    /// <summary>How long this account must wait; null when a try is allowed now.</summary>
    /// <param name="account">See <see cref="KeyOf"/>.</param>
    public TimeSpan? Wait(string account)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            return _windows.TryGetValue(account, out var window)
                && window.Failures >= options.Value.WrongPasswordsPerAccount
                && window.EndsAt > now
                ? window.EndsAt - now
                : null;
        }
    }

    /// <summary>Counts one try before its password is checked, so that parallel tries cannot outrun the count.</summary>
    public void Count(string account)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_windows.Count >= SweepAt)
            {
                Sweep(now);
            }

            _windows[account] = _windows.TryGetValue(account, out var window) && window.EndsAt > now
                ? window with { Failures = window.Failures + 1 }
                : new Window(1, now + options.Value.WrongPasswordWindow);
        }
    }

    /// <summary>The right password forgives the wrong ones.</summary>
    public void Forgive(string account)
    {
        lock (_gate)
        {
            _windows.Remove(account);
        }
    }

    /// <summary>What is counted: the account as typed, apart for a browser known to it.</summary>
    public static string KeyOf(string email, bool knownBrowser) =>
        (knownBrowser ? "known:" : "stranger:") + Secrets.Hash(email.Trim().ToUpperInvariant());

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (account, window) in _windows)
        {
            if (window.EndsAt <= now)
            {
                _windows.Remove(account);
            }
        }
    }

    private readonly record struct Window(int Failures, DateTimeOffset EndsAt);
}
