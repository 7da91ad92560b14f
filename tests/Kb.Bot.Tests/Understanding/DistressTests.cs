using Kb.Bot.Commands;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Understanding;

public sealed class DistressTests
{
    private static readonly CommandRecognizer Recognizer = new([]);

    [Theory]
    [InlineData("я хочу умереть")]
    [InlineData("Хочу умереть.")]
    [InlineData("хочется просто сдохнуть")]
    [InlineData("умереть хочется")]
    [InlineData("не хочу больше жить")]
    [InlineData("жить не хочется")]
    [InlineData("я больше не могу жить")]
    [InlineData("не вижу смысла жить")]
    [InlineData("сегодня покончу с собой")]
    [InlineData("хочу убить себя")]
    [InlineData("я режу вены")]
    [InlineData("завалил экзамен, сейчас выпрыгну из окна")]
    [InlineData("всё, я повешусь")]
    [InlineData("всё время мысли о самоубийстве")]
    [InlineData("лучше бы меня не было")]
    [InlineData("сын говорит, что не хочет жить, из-за ваших экзаменов")]
    [InlineData("моя подруга хочет покончить с собой, что делать")]
    [InlineData("z [jxe evthtnm")]
    [InlineData("мой ребенок порезал себе руки из-за вашего экзамена")]
    [InlineData("я порезала вены")]
    [InlineData("hochu umeret, pozovite operatora")]
    public void A_cry_is_heard(string message) => Assert.Equal("distress", Read(message));

    [Theory]
    [InlineData("умираю от смеха с вашей домашки")]
    [InlineData("хочу умереть со смеху с этого урока")]
    [InlineData("убил весь день на эту задачу")]
    [InlineData("убила на тест три часа")]
    [InlineData("убейте, не понимаю рекурсию")]
    [InlineData("домашка меня убивает")]
    [InlineData("сайт умер")]
    [InlineData("приложение сдохло после обновления")]
    [InlineData("не хочу жить в вашем приложении, сделайте сайт")]
    [InlineData("я повешусь с этим вашим кабинетом")]
    [InlineData("до смерти надоели письма")]
    [InlineData("как убить процесс в linux")]
    [InlineData("мёртвые души в программе есть?")]
    [InlineData("в сочинении герой хочет убить себя, так можно?")]
    [InlineData("курс по профилактике суицида у подростков есть?")]
    [InlineData("жизнь и смерть Есенина, какой вебинар")]
    [InlineData("хочу жить на Бали и учиться у вас")]
    [InlineData("вскрыть архив с заданием не могу")]
    [InlineData("нет смысла продлевать доступ")]
    [InlineData("")]
    public void A_turn_of_speech_is_no_cry(string message) => Assert.NotEqual("distress", Read(message));

    private static string? Read(string message) => Recognizer.Read(Utterance.Read(message)).Command;
}
