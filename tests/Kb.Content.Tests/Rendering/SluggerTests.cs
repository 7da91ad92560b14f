using Kb.Content.Rendering;

namespace Kb.Content.Tests.Rendering;

public sealed class SluggerTests
{
    [Theory]
    [InlineData("Как скачать с телефона", "kak-skachat-s-telefona")]
    [InlineData("Ёлка и й\u0438\u0306", "yolka-i-yy")]
    [InlineData("  «Оплата»: 2 способа!  ", "oplata-2-sposoba")]
    [InlineData("Git & GitLab", "git-gitlab")]
    [InlineData("🙂", "section")]
    [InlineData("", "section")]
    public void Slug_keeps_letters_and_digits(string text, string slug) => Assert.Equal(slug, Slugger.Slug(text));

    [Fact]
    public void Unique_numbers_repeated_headings()
    {
        var taken = new HashSet<string>();

        Assert.Equal(["esli-ne-pomoglo", "esli-ne-pomoglo-2", "esli-ne-pomoglo-3"], Enumerable.Range(0, 3).Select(_ => Slugger.Unique("Если не помогло", taken)));
    }

    [Fact]
    public void A_slug_is_a_slug_of_itself()
    {
        var random = new Random(7);
        for (var round = 0; round < 1_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(120)).Select(_ => (char)random.Next(0x20, 0x500))]);
            var slug = Slugger.Slug(text);
            Assert.Equal(slug, Slugger.Slug(slug));
            Assert.InRange(slug.Length, 1, Slugger.MaxLength);
        }
    }
}
