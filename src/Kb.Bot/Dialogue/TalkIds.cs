namespace Kb.Bot.Dialogue;

/// <summary>The turns of talk whose meaning is code; the others are data of the base.</summary>
public static class TalkIds
{
    /// <summary>Means what the bot asked for last.</summary>
    public const string Yes = "yes";

    /// <summary>The same, declined.</summary>
    public const string No = "no";

    /// <summary>What «👍» and «окей понял спс» stand for.</summary>
    public const string Thanks = "thanks";

    /// <summary>A last word, like thanks: nothing is asked.</summary>
    public const string Goodbye = "goodbye";

    /// <summary>A kind word; nothing is asked either.</summary>
    public const string Praise = "praise";

    /// <summary>The first one of a talk greets by name.</summary>
    public const string Greeting = "greeting";

    /// <summary>A question is announced and not yet asked: «можно вопрос».</summary>
    public const string Opening = "opening";

    /// <summary>Something is broken, and nobody knows what: «не работает».</summary>
    public const string Broken = "broken";

    /// <summary>A log, a stack trace or code, and nothing asked about it.</summary>
    public const string Pasted = "pasted";

    /// <summary>Somebody may harm themselves: a person at once.</summary>
    public const string Distress = "distress";

    /// <summary>None of the offered kinds was meant.</summary>
    public const string Other = "other";

    /// <summary>The student begins anew.</summary>
    public const string Restart = "restart";
}
