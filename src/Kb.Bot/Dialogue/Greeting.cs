namespace Kb.Bot.Dialogue;

/// <summary>Puts the first name into a greeting.</summary>
internal static class Greeting
{
    /// <summary>«Здравствуйте! …» becomes «Здравствуйте, Мария! …»; a greeting without an exclamation, or a student without a name, stays as it is.</summary>
    public static string ByName(string greeting, StudentCard? student)
    {
        var first = student?.Name?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        var end = greeting.IndexOfAny(['!', '.', ',', '?']);
        return first is { Length: > 1 } && end > 0 && greeting[end] == '!' ? $"{greeting[..end]}, {MarkdownText.Escape(first)}{greeting[end..]}" : greeting;
    }
}
