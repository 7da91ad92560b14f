using System.ComponentModel.DataAnnotations;

namespace Kb.Web.Security;

/// <summary>
/// How much one caller may ask. Counted by person, session, account or key first; by network address only wide, because a whole
/// school may sit behind one.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string Section = "Kb:Limits";

    /// <summary>Requests of one identified caller in a minute.</summary>
    /// <value>1 to 1,000,000; 600 by default.</value>
    [Range(1, 1_000_000)]
    public int RequestsPerCaller { get; init; } = 600;

    /// <summary>What one student may send in a minute: messages, buttons, ratings.</summary>
    /// <value>1 to 1,000,000; 60 by default.</value>
    [Range(1, 1_000_000)]
    public int SendsPerStudent { get; init; } = 60;

    /// <summary>How often one student's widget may ask for suggestions in a minute: it does after a pause in typing.</summary>
    /// <value>1 to 1,000,000; 120 by default.</value>
    [Range(1, 1_000_000)]
    public int SuggestionsPerStudent { get; init; } = 120;

    /// <summary>Requests of strangers from one network address in a minute, styles and scripts not counted.</summary>
    /// <value>1 to 1,000,000; 3,000 by default.</value>
    [Range(1, 1_000_000)]
    public int RequestsPerAddress { get; init; } = 3_000;

    /// <summary>Widget sessions opened from one network address in a minute.</summary>
    /// <value>1 to 1,000,000; 1,200 by default.</value>
    [Range(1, 1_000_000)]
    public int SessionsPerAddress { get; init; } = 1_200;

    /// <summary>Tries to sign in from one network address in a minute.</summary>
    /// <value>1 to 1,000,000; 100 by default.</value>
    [Range(1, 1_000_000)]
    public int SignInsPerAddress { get; init; } = 100;

    /// <summary>Wrong passwords for one account before it must wait.</summary>
    /// <value>1 to 1,000; 5 by default.</value>
    [Range(1, 1_000)]
    public int WrongPasswordsPerAccount { get; init; } = 5;

    /// <summary>The time over which wrong passwords are counted, and after which they are forgotten.</summary>
    /// <value>One second to one day; 5 minutes by default.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan WrongPasswordWindow { get; init; } = TimeSpan.FromMinutes(5);
}
