namespace Kb.Desk.Tests;

/// <summary>A clock that the test moves. Timers run on real time: nothing here sleeps.</summary>
internal sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
