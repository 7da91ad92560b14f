using Kb.Content.Register;
using Kb.Desk.Conversations;
using Kb.Desk.Storage;
using Kb.Desk.Tickets;

namespace Kb.Desk.Tests.Storage;

/// <summary>These words are in databases and in other programs: a change here is a migration and a breaking change.</summary>
public sealed class StableTextTests
{
    [Fact]
    public void Statuses_have_the_keys_and_labels_of_the_contract() => Assert.Equal(
        [
            "open Открыт",
            "triage Классификация",
            "in_progress В работе",
            "waiting_requester Ожидание от инициатора",
            "internal_request Внутренний запрос",
            "feedback Обратная связь",
            "closed Закрыт",
        ],
        Enum.GetValues<TicketStatus>().Select(status => $"{StableText<TicketStatus>.Of(status)} {status.Label()}"));

    [Fact]
    public void Authors_and_service_classes_have_the_keys_of_the_contract()
    {
        Assert.Equal(["student", "bot", "agent", "system"], Enum.GetValues<MessageAuthor>().Select(StableText<MessageAuthor>.Of));
        Assert.Equal(["urgent", "today", "later"], Enum.GetValues<ServiceClass>().Select(StableText<ServiceClass>.Of));
    }

    [Theory]
    [InlineData("in_progress", true)]
    [InlineData("InProgress", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_the_stable_spelling_is_read(string? text, bool expected) =>
        Assert.Equal(expected, StableText<TicketStatus>.TryParse(text, out _));
}
