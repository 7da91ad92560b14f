namespace Kb.Bot.Tests.Transcripts;

/// <summary>Every Markdown file beside this one is a talk: what the student does is replayed, and what the bot says must be what stands there.</summary>
public sealed class TalkTests
{
    public static TheoryData<string> Talks => [.. Directory.EnumerateFiles(TalkFile.Folder, "*.md").Where(file => !file.EndsWith(".received.md", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Talks))]
    public void A_talk_goes_as_it_is_written_down(string talk)
    {
        var file = Path.Combine(TalkFile.Folder, $"{talk}.md");
        var received = Path.Combine(TalkFile.Folder, $"{talk}.received.md");
        var expected = File.ReadAllText(file);

        var played = TalkFile.Play(expected);

        if (played == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, played);
        Assert.Fail($"{talk}: compare with {received}; if that is right, it replaces the file.\n\n{played}");
    }

    [Fact]
    public void There_are_talks_enough() => Assert.True(Talks.Count >= 40, $"{Talks.Count} talks");
}
