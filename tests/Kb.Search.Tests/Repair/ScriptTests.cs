using Kb.Search.Repair;

namespace Kb.Search.Tests.Repair;

public class ScriptTests
{
    [Theory]
    [InlineData("jgthfnjh", "оператор")]
    [InlineData(";bdjq xtkjdtr", "живой человек")]
    [InlineData("как ghjqnb тест", "как пройти тест")]
    public void A_wrong_layout_is_read_back(string typed, string meant) => Assert.Equal(meant, KeyboardLayout.ToRussian(typed, keepEnd: false));

    [Theory]
    [InlineData("pozovite operatora", "позовите оператора")]
    [InlineData("dajte cheloveka", "дайте человека")]
    [InlineData("4elovek", "человек")]
    [InlineData("kogda ya poluchu sertifikat", "когда я получу сертификат")]
    public void A_transliteration_is_read_back(string typed, string meant) => Assert.Equal(meant, Transliteration.ToCyrillic(typed, middleJ: 'й'));

    [Theory]
    [InlineData("shodit", "сходит")]
    [InlineData("xenia", "ксениа")]
    [InlineData("wkola", "школа")]
    [InlineData("nugno", "нужно")]
    public void Other_schemes_are_among_the_spellings(string typed, string meant) => Assert.Contains(meant, Transliteration.Spellings(typed));

    [Fact]
    public void A_long_word_of_ambiguous_letters_has_few_spellings() => Assert.InRange(Transliteration.Spellings(new string('c', 400)).Length, 1, 24);

    [Theory]
    [InlineData("оператор", "апиратар", true)]
    [InlineData("оператор", "опертаор", true)]
    [InlineData("оператор", "операция", false)]
    [InlineData("позовите", "позвоните", false)]
    [InlineData("связаться", "связаца", true)]
    public void Words_that_sound_alike_or_differ_by_one_typo_are_near(string left, string right, bool near) =>
        Assert.Equal(near, SoundKey.WithinOneEdit(SoundKey.Of(left), SoundKey.Of(right)));
}
