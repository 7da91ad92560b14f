using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Understanding;

public sealed class ContrastTests
{
    [Theory]
    [InlineData("не почту, а телефон хочу поменять", "телефон хочу поменять", "почту")]
    [InlineData("Хочу поменять не почту, а телефон", "Хочу поменять телефон", "почту")]
    [InlineData("мне не чек а счёт на юрлицо", "мне счёт на юрлицо", "чек")]
    [InlineData("возврат не оформить, а узнать, где он", "возврат узнать, где он", "оформить")]
    [InlineData("не когда старт, а до какого дня можно заходить", "до какого дня можно заходить", "когда старт")]
    [InlineData("Здравствуйте. Не пароль забыла, а именно пишет, что аккаунт приостановлен", "Здравствуйте. пишет, что аккаунт приостановлен", "пароль забыла")]
    [InlineData("справку об обучении, а не сертификат", "справку об обучении", "сертификат")]
    [InlineData("смените куратора, а не поток, пожалуйста", "смените куратора, пожалуйста", "поток")]
    public void Only_what_is_set_against_the_other_is_asked(string message, string asked, string denied) =>
        Assert.Equal(new Contrast(asked, denied), Contrast.Read(message));

    [Theory]
    [InlineData("не могу войти, а экзамен завтра")]
    [InlineData("урок не открывается, а вчера работал")]
    [InlineData("письмо не пришло, а код нужен срочно")]
    [InlineData("не засчитан урок, а тест сдан")]
    [InlineData("пришёл не сертификат, а справка")]
    [InlineData("списали не 4990, а 9980")]
    [InlineData("не только чек, а и договор")]
    [InlineData("не очень понятно, а куратор молчит")]
    [InlineData("оплатила курс, а не открылся")]
    [InlineData("продлите доступ, а не поздно ли")]
    [InlineData("не сертификат, а то я запуталась")]
    [InlineData("а не дорого")]
    [InlineData("")]
    public void Trouble_and_afterthoughts_are_no_contrast(string message) => Assert.Null(Contrast.Read(message));

    [Fact]
    public void Any_text_can_be_read_and_never_grows()
    {
        var random = new Random(7);
        string[] words = ["не", "а", "а не", ",", ".", "почту", "телефон", "\ud800", "НЕ", "могу", "\n", "—", "именно"];
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(12)).Select(_ => words[random.Next(words.Length)]));
            Assert.True(Contrast.Read(text) is not { } contrast || contrast.Asked.Length < text.Length);
        }
    }
}
