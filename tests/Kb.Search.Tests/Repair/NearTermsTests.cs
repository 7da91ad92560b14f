using Kb.Search.Repair;

namespace Kb.Search.Tests.Repair;

public class NearTermsTests
{
    private const string Alphabet = "абвгдежзийклмнопрстуфхцчшщъыьэюя";

    [Fact]
    public void Whoever_types_one_letter_wrong_in_a_known_word_finds_it()
    {
        var lexicon = SchoolWords.CreateLexicon();
        var random = new Random(4);
        var words = SchoolWords.Frequencies().Select(word => word.Key).Where(word => word.Length >= 6 && word.All(Alphabet.Contains)).ToList();

        foreach (var word in words.SelectMany(word => Enumerable.Repeat(word, 5)))
        {
            var typed = Spoil(word, random);
            var near = lexicon.Near(typed, 120, deletions: 2);

            Assert.True(near.Any(found => word.StartsWith(found.Stem, StringComparison.Ordinal)), $"{typed} does not find {word}");
        }
    }

    [Theory]
    [InlineData("сертификат", "сертификат", 0)]
    [InlineData("сертифекат", "сертификат", 40)] // е for и
    [InlineData("сертификад", "сертификат", 50)] // voiced for voiceless
    [InlineData("сертификкат", "сертификат", 40)] // doubled
    [InlineData("сретификат", "сертификат", 70)] // swapped
    [InlineData("сертиыикат", "сертификат", 80)] // the key beside
    [InlineData("сертихикат", "сертификат", 100)]
    [InlineData("ертификат", "сертификат", 110)] // the first letter
    [InlineData("открываеться", "открывается", 40)]
    [InlineData("сертифекатами", "сертификат", 60)] // another form of it
    public void A_slip_costs_what_it_is_worth(string typed, string meant, int cost)
    {
        var word = new TypedWord(typed, stackalloc int[typed.Length]);

        Assert.Equal(cost, word.CostOf(meant, stem: meant.Length, limit: 230));
    }

    [Theory]
    [InlineData("нравиццо", "нравится")]
    [InlineData("апиратор", "оператор")]
    [InlineData("щет", "счет")]
    [InlineData("колличиство", "количество")]
    public void Words_that_sound_alike_have_one_key(string one, string other) => Assert.Equal(SpellingKey.Of(one), SpellingKey.Of(other));

    private static string Spoil(string word, Random random)
    {
        var at = random.Next(word.Length);
        var letter = Alphabet[random.Next(Alphabet.Length)];
        return random.Next(4) switch
        {
            0 => word.Insert(at, letter.ToString()),
            1 => word.Remove(at, 1),
            2 => word.Remove(at, 1).Insert(at, letter.ToString()),
            _ => at == 0 ? word : word.Remove(at, 1).Insert(at - 1, word[at].ToString()),
        };
    }
}
