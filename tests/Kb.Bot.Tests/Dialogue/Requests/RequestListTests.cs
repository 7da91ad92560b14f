using Kb.Bot.Dialogue.Requests;

namespace Kb.Bot.Tests.Dialogue.Requests;

public sealed class RequestListTests
{
    [Theory]
    [InlineData("1) как скачать чек 2) где расписание", "как скачать чек|где расписание")]
    [InlineData("1. Не помню пароль.\n2. Чем оплатить модуль?", "Не помню пароль|Чем оплатить модуль?")]
    [InlineData("а) когда старт? б) когда второй модуль?", "когда старт?|когда второй модуль?")]
    [InlineData("Первый: сохранится ли прогресс? Второй: можно ли скачать конспекты?", "сохранится ли прогресс?|можно ли скачать конспекты?")]
    [InlineData("Вопрос первый — не заходит. Вопрос второй — как поменять почту", "не заходит|как поменять почту")]
    [InlineData("Во-первых, болела и хочу продлить доступ. Во-вторых, нужна справка", "болела и хочу продлить доступ|нужна справка")]
    [InlineData("видео чёрное. второй вопрос: субтитры есть?", "видео чёрное|субтитры есть?")]
    [InlineData("не открывается задание, и ещё вопрос: где оценка", "не открывается задание|где оценка")]
    [InlineData("Нужен счёт. Также пришлите чек, плюс акт", "Нужен счёт|пришлите чек|акт")]
    public void A_list_is_cut_where_it_says_so(string text, string parts) =>
        Assert.Equal(parts, string.Join('|', RequestList.Of(text).Parts));

    [Theory]
    [InlineData("не могу сдать задание 4.2")]
    [InlineData("в уроке 3. видео не идёт")]
    [InlineData("первый урок не открывается, а второй открывается")]
    [InlineData("доступ кончился, а ещё можно ли его продлить")]
    [InlineData("за 2024 год. 5 платежей")]
    [InlineData("Закончила год назад. Ещё могу прийти за помощью?")]
    [InlineData("кстати, где чек")]
    [InlineData("")]
    public void What_only_has_such_words_is_no_list(string text) => Assert.False(RequestList.Of(text).IsList);

    [Fact]
    public void What_stands_before_the_first_number_need_not_be_a_request()
    {
        Assert.True(RequestList.Of("У меня два вопроса: 1) где чек 2) где акт").HasPreamble);
        Assert.False(RequestList.Of("1) где чек 2) где акт").HasPreamble);
        Assert.False(RequestList.Of("Где чек? Второй вопрос: где акт").HasPreamble);
    }

    [Theory]
    [InlineData("когда дадут сертификат и можно ли получить справку для работы?", true)]
    [InlineData("Здравствуйте! Есть ли субтитры? Можно ли скачать лекции?", true)]
    [InlineData("доступ закончился, можно ли продлить и сколько это стоит", false)]
    [InlineData("сколько часов всего и сколько из них практики", false)]
    [InlineData("А если сын заболеет и пропустит занятия, можно как-то приостановить обучение?", false)]
    [InlineData("как вернуть деньги, можно ли частями", false)]
    public void Questions_alone_are_a_list_too(string text, bool isList) => Assert.Equal(isList, RequestList.OfQuestions(text, Segment.Of(text)).IsList);

    [Theory]
    [InlineData("Куратор молчит. Прошу либо сменить его, либо перенести срок.", "Куратор молчит. Прошу|сменить его|перенести срок")]
    [InlineData("пришлите чек либо акт", "")]
    public void Alternatives_are_cut_where_each_begins(string text, string parts) => Assert.Equal(parts, string.Join('|', RequestList.OfAlternatives(text).Parts));
}
