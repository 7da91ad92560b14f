using Kb.Bench.Data;

namespace Kb.Bench.Intents;

/// <summary>One labelled data set as the verb reads it.</summary>
/// <param name="Train">Phrases to learn from; those without an intent are examples of what is out of scope.</param>
/// <param name="Test">In-scope phrases to judge.</param>
/// <param name="OutOfScope">Phrases that must be refused.</param>
public sealed record IntentSet(IReadOnlyList<(string Text, string? Intent)> Train, IReadOnlyList<(string Text, string Intent)> Test, IReadOnlyList<string> OutOfScope)
{
    private const string OutOfScopeIntent = "oos";

    /// <summary>Reads the files of a set.</summary>
    /// <exception cref="InvalidDataException">A file has not the columns or the rows that are needed.</exception>
    public static IntentSet Read(string trainPath, string testPath, string? oosPath, string? dropPath)
    {
        var dropped = dropPath is null ? [] : TextLines.Read(dropPath).Select(line => line.Trim()).ToHashSet();
        var test = ReadPhrases(testPath).ToLookup(phrase => phrase.Intent == OutOfScopeIntent || dropped.Contains(phrase.Intent));
        var train = ReadPhrases(trainPath)
            .Where(phrase => !dropped.Contains(phrase.Intent))
            .Select(phrase => (phrase.Text, Intent: phrase.Intent == OutOfScopeIntent ? null : (string?)phrase.Intent))
            .ToArray();
        return !train.Any(phrase => phrase.Intent is not null) ? throw new InvalidDataException($"{trainPath}: no phrase of an intent to learn from.")
            : !test[false].Any() ? throw new InvalidDataException($"{testPath}: no phrase of an intent to judge.")
            : new IntentSet(
                train,
                [.. test[false]],
                [.. test[true].Select(phrase => phrase.Text), .. oosPath is null ? [] : TsvTable.Read(oosPath, "text").Select(cells => cells[0])]);
    }

    private static IEnumerable<(string Text, string Intent)> ReadPhrases(string path) =>
        TsvTable.Read(path, "text", "intent").Select(cells => (cells[0], cells[1]));
}
