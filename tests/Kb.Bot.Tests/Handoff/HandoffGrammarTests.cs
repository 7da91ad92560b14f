using Kb.Bot.Commands;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Handoff;

public sealed class HandoffGrammarTests
{
    private static readonly CommandRecognizer Recognizer = new([]);

    private static readonly string[] WordingLines = Lines("wordings.txt");

    private static readonly string[] LookAlikeLines = Lines("look-alikes.txt");

    public static TheoryData<string> Wordings => [.. WordingLines];

    public static TheoryData<string> Misspelled => [.. Lines("misspelled.txt")];

    public static TheoryData<string> LookAlikes => [.. LookAlikeLines];

    [Theory]
    [MemberData(nameof(Wordings))]
    [MemberData(nameof(Misspelled))]
    public void Any_wording_of_a_request_for_a_person_is_the_command(string message) =>
        Assert.Equal(CommandIds.Operator, Recognizer.Read(Utterance.Read(message)).Command);

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void A_message_that_only_names_a_person_is_not_the_command(string message) =>
        Assert.NotEqual(CommandIds.Operator, Recognizer.Read(Utterance.Read(message)).Command);

    [Theory]
    [InlineData("РЕГИСТР")]
    [InlineData("опечатка")]
    [InlineData("раскладка")]
    [InlineData("translit")]
    [InlineData("вежливость")]
    [InlineData("знаки")]
    public void Corrupted_wordings_are_still_the_command(string corruption)
    {
        var random = new Random(20_261);
        var missed = new List<string>();
        foreach (var wording in WordingLines.Where(Corruption.IsRussian))
        {
            for (var round = 0; round < 5; round++)
            {
                var corrupted = Corruption.Apply(corruption, wording, random);
                if (Recognizer.Read(Utterance.Read(corrupted)).Command != CommandIds.Operator)
                {
                    missed.Add($"{wording} → {corrupted}");
                }
            }
        }

        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Theory]
    [InlineData("РЕГИСТР")]
    [InlineData("опечатка")]
    [InlineData("раскладка")]
    [InlineData("translit")]
    [InlineData("вежливость")]
    public void Corrupted_look_alikes_are_still_not_the_command(string corruption)
    {
        var random = new Random(20_262);
        var taken = new List<string>();
        foreach (var message in LookAlikeLines.Where(Corruption.IsRussian))
        {
            for (var round = 0; round < 5; round++)
            {
                var corrupted = Corruption.Apply(corruption, message, random);
                if (Recognizer.Read(Utterance.Read(corrupted)).Command == CommandIds.Operator)
                {
                    taken.Add($"{message} → {corrupted}");
                }
            }
        }

        Assert.True(taken.Count == 0, string.Join('\n', taken));
    }

    [Fact]
    public void Any_text_is_read_without_an_exception()
    {
        var random = new Random(20_263);
        for (var i = 0; i < 2_000; i++)
        {
            var text = string.Create(random.Next(60), random, static (span, random) =>
            {
                foreach (ref var character in span)
                {
                    character = random.Next(3) == 0 ? (char)random.Next(char.MaxValue) : "оператор не if ,-«"[random.Next(18)];
                }
            });

            _ = Recognizer.Read(Utterance.Read(text));
        }
    }

    private static string[] Lines(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Handoff", file)).Where(line => line.Length > 0 && line[0] != '#')];
}
