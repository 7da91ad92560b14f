using Kb.Content.Lint;
using Kb.Content.Tests.Loading;

namespace Kb.Content.Tests.Lint.Style;

public sealed class LiteralFactsTests
{
    private const string Facts = """
        facts:
          hours: 24
          price: 990 ₽
          percent: 80
          email: help@school.example
          tariff: «Базовый»
          since: 15 марта 2022 года
          school: Учебная платформа
        links:
          documents: https://lk.example/documents
        """;

    [Theory]
    [InlineData("Напишите на help@school.example.")]
    [InlineData("Тариф «Базовый» подойдёт.")]
    [InlineData("Ждите {{fact.hours|час|часа|часов}}. Прошло 24 часа?")]
    [InlineData("Стоит {{fact.price}}. Ровно 990 ₽.")]
    [InlineData("Нужно {{fact.percent}} %. Да, 80 % заданий.")]
    public void What_a_fact_knows_is_a_note_when_written_out(string full)
    {
        var finding = Assert.Single(Notes(full));

        Assert.Equal((FindingSeverity.Note, 21), (finding.Severity, finding.Line));
    }

    [Theory]
    [InlineData("Напишите на {{fact.email}}, тариф {{fact.tariff}}.")] // references
    [InlineData("Прошло 24 дня?")] // another unit
    [InlineData("Стоит 990 ₽.")] // the article takes it from no fact: it may be another price
    [InlineData("Лицензия от {{fact.since}}. В 2022 году бланк отменили.")] // part of a date
    [InlineData("Базовый уровень.")] // not the name
    [InlineData("Учебная платформа.")] // plain words
    public void Near_misses_are_left_alone(string full) => Assert.Empty(Notes(full));

    private static IReadOnlyList<ContentFinding> Notes(string full) =>
        LintedFolder.Findings("literal-fact", ("facts.yaml", Facts), (LintedFolder.ArticleFile, TestFolder.Article(brief: "Откройте «Документы».", full: full)));
}
