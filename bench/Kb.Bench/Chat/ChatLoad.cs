using System.Collections.Concurrent;
using System.Diagnostics;

namespace Kb.Bench.Chat;

/// <summary>
/// Turns at a fixed rate, whether or not earlier ones are answered, timed from when they were due: a server that stalls cannot make the
/// generator wait with it and hide the stall (G. Tene, "coordinated omission").
/// </summary>
/// <param name="questions">What is asked, in turns.</param>
/// <param name="patience">How long a reply may take before the turn counts as lost.</param>
internal sealed class ChatLoad(IReadOnlyList<string> questions, TimeSpan patience)
{
    /// <summary>So near the due moment the generator stops sleeping; a timer is no finer.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(1);

    /// <summary>Runs the load.</summary>
    /// <param name="students">Who asks, one after the other.</param>
    /// <param name="rate">Turns a second.</param>
    /// <param name="duration">How long.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ChatResult> RunAsync(IReadOnlyList<ChatStudent> students, double rate, TimeSpan duration, CancellationToken cancellationToken)
    {
        var turns = new ConcurrentBag<ChatTurn>();
        var running = new List<Task>();
        var count = (int)(rate * duration.TotalSeconds);
        var began = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < count; turn++)
        {
            var due = began + (long)(turn / rate * Stopwatch.Frequency);
            var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (left > Grain)
            {
                await Task.Delay(left, TimeProvider.System, cancellationToken);
            }

            running.Add(AskAsync(students[turn % students.Count], questions[turn % questions.Count], due));
        }

        await Task.WhenAll(running);
        return ChatResult.Of(rate, duration, turns);

        async Task AskAsync(ChatStudent student, string question, long due) => turns.Add(await student.AskAsync(question, due, patience, cancellationToken));
    }
}
