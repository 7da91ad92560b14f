using Kb.Bot.Commands;
using Kb.Bot.Understanding;
using Kb.Content.Register;

namespace Kb.Bot.Tests.Commands;

public sealed class CommandRecognizerTests
{
    private static readonly CommandRecognizer Recognizer = new(
    [
        new BotCommand(CommandIds.Operator, "Передать оператору", ["передать оператору"]),
        new BotCommand(CommandIds.TicketStatus, "Статус моих обращений", ["где мой ответ", "статус заявки"]),
        new BotCommand(CommandIds.NewTicket, "Создать обращение", ["создать заявку"]),
        new BotCommand("quiz", "Проверить себя", ["проверь меня"]),
    ]);

    [Theory]
    [InlineData("где мой ответ?")]
    [InlineData("Статус заявки")]
    [InlineData("какой статус моей заявки")]
    [InlineData("где мои обращения")]
    [InlineData("покажите мои заявки")]
    [InlineData("когда мне ответят")]
    [InlineData("что с моим обращением")]
    [InlineData("моя заявка готова?")]
    [InlineData("cnfnec pfzdrb")]
    public void Questions_about_own_requests_are_the_status_command(string message) =>
        Assert.Equal(CommandIds.TicketStatus, Command(message));

    [Theory]
    [InlineData("создать заявку")]
    [InlineData("Хочу создать обращение")]
    [InlineData("новое обращение")]
    [InlineData("оформите заявку пожалуйста")]
    [InlineData("как оставить заявку в поддержку")]
    [InlineData("открыть новый тикет")]
    public void Wishes_to_open_a_request_are_the_new_ticket_command(string message) =>
        Assert.Equal(CommandIds.NewTicket, Command(message));

    [Theory]
    [InlineData("оформить заявку на возврат")]
    [InlineData("подать заявку на курс")]
    [InlineData("когда проверят задание")]
    [InlineData("где ответы на тест")]
    [InlineData("как создать резюме")]
    [InlineData("статус возврата")]
    [InlineData("как получить сертификат")]
    [InlineData("")]
    [InlineData("?!")]
    public void A_question_about_anything_else_is_no_command(string message) => Assert.Null(Command(message));

    [Fact]
    public void A_command_that_only_the_register_knows_is_recognized_by_its_example() => Assert.Equal("quiz", Command("Проверь меня!"));

    [Fact]
    public void A_register_without_commands_still_leads_to_a_person() =>
        Assert.Equal(CommandIds.Operator, new CommandRecognizer([]).Read(Utterance.Read("позовите оператора")).Command);

    private static string? Command(string message) => Recognizer.Read(Utterance.Read(message)).Command;
}
