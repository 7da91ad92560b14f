using Kb.Bot.Intents.Calibration;

namespace Kb.Bot.Tests.Intents.Calibration;

public sealed class CalibrationErrorTests
{
    [Fact]
    public void Guesses_that_are_right_as_often_as_they_are_sure_have_no_error() =>
        Assert.Equal(0, CalibrationError.Of([(0.5, true), (0.5, false), (1.0, true)]), 9);

    [Fact]
    public void An_error_counts_by_the_size_of_its_bin() =>
        Assert.Equal(0.25, CalibrationError.Of([(1.0, true), (1.0, false), (0.5, true), (0.5, false)]), 9);

    [Fact]
    public void Without_guesses_there_is_no_error() => Assert.Equal(0, CalibrationError.Of([]));
}
