using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Tests.Samples;

namespace Kb.Bot.Tests.Dialogue.Forms;

/// <summary>Today is Friday, 20 November 2026, noon in Moscow.</summary>
public sealed class FieldReaderTests
{
    [Theory]
    [InlineData("вчера в 15:40", "19 ноября, 15:40")]
    [InlineData("Вчера вечером", "19 ноября, вечером")]
    [InlineData("сегодня в 9.30", "20 ноября, 9:30")]
    [InlineData("позавчера около 3 часов дня", "18 ноября, 15:00")]
    [InlineData("20.11", "20 ноября")]
    [InlineData("05.11.2026 в 10:15", "5 ноября, 10:15")]
    [InlineData("3 декабря", "3 декабря 2025 года")]
    [InlineData("12 мая", "12 мая")]
    [InlineData("12 мая 2025", "12 мая 2025 года")]
    [InlineData("в понедельник", "16 ноября")]
    [InlineData("3 дня назад", "17 ноября")]
    [InlineData("неделю назад", "13 ноября")]
    [InlineData("две недели назад", "6 ноября")]
    [InlineData("час назад", "20 ноября, около 12:00")]
    [InlineData("в 11:05", "20 ноября, 11:05")]
    [InlineData("в 23:50", "19 ноября, 23:50")]
    [InlineData("31.02", null)]
    [InlineData("25.11.2026", null)]
    [InlineData("завтра", null)]
    [InlineData("не помню когда", null)]
    [InlineData("99.99.9999", null)]
    [InlineData("сумма 1500", null)]
    [InlineData("вы мне ещё вчера обещали ответить", null)]
    [InlineData("деньги сняли вчера, я сразу вам написала", "19 ноября")]
    public void A_moment_is_read_as_people_write_it(string text, string? expected) => Assert.Equal(expected, Read("payment_time", text));

    [Theory]
    [InlineData("7707083893", "7707083893")]
    [InlineData("инн 7707 083 893", "7707083893")]
    [InlineData("500100732259", "500100732259")]
    [InlineData("7707083894", null)]
    [InlineData("500100732258", null)]
    [InlineData("123", null)]
    [InlineData("89161234567", null)]
    public void An_inn_has_its_control_digits(string text, string? expected) => Assert.Equal(expected, Read("company_inn", text));

    [Theory]
    [InlineData("Anna.P@Yandex.ru", "anna.p@yandex.ru")]
    [InlineData("моя почта: a_b+kb@mail.example.org.", "a_b+kb@mail.example.org")]
    [InlineData("иван@почта.рф", null)]
    [InlineData("anna@yandex", null)]
    [InlineData("а сколько ждать?", null)]
    public void An_address_of_mail_is_found_whole_or_not_at_all(string text, string? expected) => Assert.Equal(expected, Read("email", text));

    [Theory]
    [InlineData("иванова анна петровна", "Иванова Анна Петровна")]
    [InlineData("Меня зовут Пётр Ильич", "Пётр Ильич")]
    [InlineData("САЛТЫКОВ-ЩЕДРИН МИХАИЛ", "Салтыков-Щедрин Михаил")]
    [InlineData("Анна", null)]
    [InlineData("я не знаю что вам тут написать", null)]
    [InlineData("12 34", null)]
    [InlineData("Ковалёва вместо Ковалева", null)]
    public void A_full_name_has_two_to_four_words(string text, string? expected) => Assert.Equal(expected, Read("full_name", text));

    [Theory]
    [InlineData("browser", "Яндекс Браузер, последний", "Яндекс Браузер, последний")]
    [InlineData("browser", "вроде вивальди", "вроде вивальди")]
    [InlineData("browser", "с телефона", null)]
    [InlineData("browser", "я вчера заходила через хром а сегодня уже с телефона сына", "хром")]
    [InlineData("os", "винда 10", "винда 10")]
    [InlineData("os", "я регистрировала на свою почту, а ему надо на его компьютере", null)]
    [InlineData("device", "айфон 13 про", "айфон 13 про")]
    [InlineData("page", "с телефона захожу", null)]
    [InlineData("lesson", "это же ваша вина", null)]
    [InlineData("lesson", "это урок про циклы", "это урок про циклы")]
    [InlineData("course", "сделай скидку 50% пожалуйста ты же добрый", null)]
    [InlineData("course", "а вы мне поможете", null)]
    [InlineData("course", "Excel для работы", "Excel для работы")]
    [InlineData("page", "на странице оплаты", "на странице оплаты")]
    [InlineData("page", "вот https://kb.example/lessons/7.", "https://kb.example/lessons/7")]
    public void A_thing_with_a_name_is_no_story(string field, string text, string? expected) => Assert.Equal(expected, Read(field, text));

    [Theory]
    [InlineData("4111 1111 1111 1111", "•••• 1111")]
    [InlineData("карта 5555555555554444, верните", "карта •••• 4444, верните")]
    [InlineData("заказ 1234567890123456", "заказ 1234567890123456")]
    [InlineData("телефон 89161234567", "телефон 89161234567")]
    public void Numbers_of_cards_are_hidden_and_other_numbers_stay(string text, string expected) => Assert.Equal(expected, CardNumbers.Mask(text));

    [Fact]
    public void Any_text_is_read_as_any_field_without_an_exception_and_never_into_an_endless_value()
    {
        var random = new Random(20_264);
        string[] fields = ["email", "company_inn", "payment_time", "full_name", "course", "page", "reason", "browser", "unknown"];
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Create(random.Next(400), random, static (span, random) =>
            {
                foreach (ref var character in span)
                {
                    character = random.Next(4) == 0 ? (char)random.Next(char.MaxValue) : "вчера @.ru 12:30 7707 мая назад -"[random.Next(33)];
                }
            });

            Assert.True((Read(fields[round % fields.Length], text)?.Length ?? 0) <= 400);
        }
    }

    private static string? Read(string field, string text) => FieldReader.Answer(FieldBook.Of(field), text, SampleBot.Context());
}
