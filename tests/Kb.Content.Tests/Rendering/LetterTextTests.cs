using Kb.Content.Rendering;

namespace Kb.Content.Tests.Rendering;

public class LetterTextTests
{
    [Theory]
    [InlineData("Это **важно**: откройте [«Документы»](link:documents)\nи нажмите `Скачать`.", "Это важно: откройте «Документы» и нажмите Скачать.")]
    [InlineData("Нужно:\n\n- почта\n- [курс](article:a)\n\nСпасибо.", "Нужно:\n\n— почта\n— курс\n\nСпасибо.")]
    [InlineData("1. раз\n2. два", "1. раз\n2. два")]
    [InlineData("## Что дальше\n\nЖдите.", "Что дальше\n\nЖдите.")]
    [InlineData("- раз\n  - внутри\n- два", "— раз\n   — внутри\n— два")]
    [InlineData("| Когда отказываетесь | Что вернём |\n|---|---|\n| Курс не начался | Всю сумму |\n| Идёт | Часть |", "Когда отказываетесь → что вернём:\nКурс не начался → Всю сумму\nИдёт → Часть")]
    [InlineData("| Тариф | Цена | НДС |\n|---|---|---|\n| Базовый | 10 | нет |", "— Базовый; цена: 10; НДС: нет")]
    [InlineData("строка  \nс новой", "строка\nс новой")]
    [InlineData("", "")]
    public void It_reads_as_a_letter(string markdown, string text) => Assert.Equal(text, LetterText.Of(markdown));

    [Fact]
    public void Any_text_is_read()
    {
        var random = new Random(7);
        const string Letters = "|-—*_`#>[]()!\n \t1.абв{}<&;~\\";
        for (var i = 0; i < 3_000; i++)
        {
            LetterText.Of(string.Concat(Enumerable.Range(0, random.Next(120)).Select(_ => Letters[random.Next(Letters.Length)])));
        }
    }
}
