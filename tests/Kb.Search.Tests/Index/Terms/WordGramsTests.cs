using Kb.Search.Index.Terms;

namespace Kb.Search.Tests.Index.Terms;

public class WordGramsTests
{
    [Theory]
    [InlineData("курс", "^курс ^кур курс урс$")]
    [InlineData("я", "^я$")]
    [InlineData("не", "^не$")]
    [InlineData("𝒳𝒴", "^𝒳𝒴 𝒳𝒴")] // No run begins or ends within a pair
    public void Grams_are_the_beginning_and_the_runs_of_four_letters_with_the_ends_of_the_word(string word, string grams)
    {
        var runs = new List<string>();
        foreach (var gram in new WordGrams(word, stackalloc char[WordGrams.FrameLength]))
        {
            runs.Add(gram.ToString());
        }

        Assert.Equal(grams.Split(' '), runs);
    }
}
