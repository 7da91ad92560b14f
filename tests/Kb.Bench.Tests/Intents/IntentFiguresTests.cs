using Kb.Bench.Intents;

namespace Kb.Bench.Tests.Intents;

public sealed class IntentFiguresTests
{
    [Fact]
    public void Macro_f1_is_the_mean_over_the_intents_that_occur()
    {
        // a: precision 1/2, recall 1 → 2/3; b: never guessed → 0. «c» was only guessed and has no share.
        var f1 = IntentFigures.MacroF1([("a", "a"), ("b", "a"), ("b", "c")]);

        Assert.Equal(1.0 / 3, f1, 12);
    }

    [Fact]
    public void Chance_alone_errs_less_where_more_guesses_are_counted()
    {
        var (few, many) = (IntentFigures.CalibrationErrorOfChance([.. Enumerable.Repeat(0.8, 100)]), IntentFigures.CalibrationErrorOfChance([.. Enumerable.Repeat(0.8, 10_000)]));

        // One bin: the mean distance of a share from what is expected is √(2/π · p (1 − p) / n).
        Assert.InRange(few, 0.8 * 0.0319, 1.2 * 0.0319);
        Assert.InRange(many, 0.8 * 0.00319, 1.2 * 0.00319);
    }

    [Fact]
    public void Certain_guesses_leave_nothing_to_chance() => Assert.Equal(0, IntentFigures.CalibrationErrorOfChance([1, 1, 1]));

    [Theory]
    [InlineData(new[] { 0.9, 0.8 }, new[] { 0.1, 0.2 }, 1.0)]
    [InlineData(new[] { 0.1 }, new[] { 0.9 }, 0.0)]
    [InlineData(new[] { 0.5, 0.9 }, new[] { 0.5 }, 0.75)]
    public void Area_under_the_curve_counts_ties_half(double[] inScope, double[] outOfScope, double expected) =>
        Assert.Equal(expected, IntentFigures.AreaUnderCurve(inScope, outOfScope), 12);

    [Fact]
    public void Refusal_is_counted_under_the_threshold_that_answers_95_of_100()
    {
        double[] inScope = [.. Enumerable.Range(0, 100).Select(i => i / 100.0)];

        // The sixth lowest, 0.05, is the threshold; what equals it is answered.
        Assert.Equal(0.5, IntentFigures.RefusedAt95(inScope, [0.04, 0.05]), 12);
    }

    [Fact]
    public void Out_of_scope_rows_and_dropped_intents_leave_the_test_and_the_training()
    {
        var folder = Directory.CreateTempSubdirectory("kb-intents-");
        try
        {
            var train = Write(folder, "train.tsv", "text\tintent\tmore\nгде сертификат\tget\t1\nпогода\toos\t2\nвернуть деньги\trefund\t3\n");
            var test = Write(folder, "test.tsv", "text\tintent\nмой \"сертификат\tget\nборщ\toos\nденьги назад\trefund\n");
            var oos = Write(folder, "oos.tsv", "text\nкто ты\n");
            var drop = Write(folder, "drop.txt", "refund\n");

            var set = IntentSet.Read(train, test, oos, drop);

            Assert.Equal([("где сертификат", "get"), ("погода", null)], set.Train);
            Assert.Equal([("мой \"сертификат", "get")], set.Test);
            Assert.Equal(["борщ", "деньги назад", "кто ты"], set.OutOfScope);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Write(DirectoryInfo folder, string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
