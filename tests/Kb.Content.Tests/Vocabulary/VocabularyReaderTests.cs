using Kb.Content.Lint;
using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Vocabulary;

public sealed class VocabularyReaderTests : IDisposable
{
    private const string File = "vocabulary.yaml";

    private readonly TestFolder _folder = new();

    [Fact]
    public void A_vocabulary_is_read_as_it_is_written()
    {
        _folder.Write(File, """
            synonyms:
              - [домашнее задание, домашка, д/з]
            spellings:
              - [C++, си плюс плюс]
              - [C#, си шарп]
            names:
              - Учебная платформа
            other_schools:
              - Степик
            other_services:
              - Сбербанк Онлайн
            """);

        var result = _folder.Load();

        Assert.Empty(result.Findings);
        Assert.Equal<string>(["домашнее задание", "домашка", "д/з"], Assert.Single(result.Base!.Vocabulary.Synonyms));
        Assert.Equal<string>(["C#", "си шарп"], result.Base.Vocabulary.Spellings[1]);
        Assert.Equal<string>(["Учебная платформа"], result.Base.Vocabulary.Names);
        Assert.Equal<string>(["Степик"], result.Base.Vocabulary.OtherSchools);
        Assert.Equal<string>(["Сбербанк Онлайн"], result.Base.Vocabulary.OtherServices);
        Assert.Equal((1, 2), (result.Summary.Synonyms, result.Summary.Spellings));
    }

    [Theory]
    [InlineData("synonyms:\n  - [ДЗ, домашка]\n  - [дз, задание]", "word-twice", 3)]
    [InlineData("synonyms:\n  - [учёба, учеба]", "word-twice", 2)]
    [InlineData("names:\n  - Курс\n  - курс", "word-twice", 3)]
    [InlineData("other_schools:\n  - МФЦ\nother_services:\n  - мфц", "word-twice", 4)]
    [InlineData("synonyms:\n  - [а, очень длинное сочетание из слов]", "word-length", 2)]
    [InlineData("spellings:\n  - [Python, ' ']", "word-length", 2)]
    [InlineData("synonyms:\n  домашка: дз", "field-shape", 2)]
    [InlineData("synonyms:\n  - домашка", "field-shape", 2)]
    [InlineData("synonims:\n  - [а, б]", "field-unknown", 2)]
    [InlineData("synonyms: [[а, б]", "yaml", 1)]
    public void A_fault_is_named_with_its_line(string text, string code, int line)
    {
        _folder.Write(File, text);

        _folder.AssertRefused(code, File, line);
    }

    [Fact]
    public void A_group_of_one_word_is_a_warning_and_no_group()
    {
        _folder.Write(File, "synonyms:\n  - [домашка]");

        var result = _folder.Load();

        Assert.Equal((FindingSeverity.Warning, "word-alone"), (Assert.Single(result.Findings).Severity, result.Findings[0].Rule));
        Assert.Empty(result.Base!.Vocabulary.Synonyms);
    }

    [Fact]
    public void A_word_may_stand_in_two_sections()
    {
        _folder.Write(File, "synonyms:\n  - [личный кабинет, лк]\nspellings:\n  - [лк, elk]");

        Assert.Empty(_folder.Load().Findings);
    }

    public void Dispose() => _folder.Dispose();
}
