using System.Collections.Immutable;
using Kb.Desk.Calendars;
using Kb.Desk.Conversations;
using Kb.Web.Features.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Features.Chat;

/// <summary>The bot of the small base, between the desk's turn and the desk's outcome.</summary>
public sealed class BotAnswersTests(KbApplication kb) : IClassFixture<KbApplication>
{
    private static readonly HandoffPromise Promise = new(DateTimeOffset.UnixEpoch, "Ответим в течение 5 минут.");

    [Fact]
    public void A_question_of_the_base_is_answered_with_its_source_and_remembered()
    {
        var outcome = Answer("Как получить сертификат?");

        var message = Assert.Single(outcome.Messages);
        Assert.Equal((MessageAuthor.Bot, TextFormat.Markdown), (message.Author, message.Format));
        Assert.Equal(("certificate-get", "/help/articles/certificate-get"), (Assert.Single(message.Sources).Id, message.Sources[0].Url));
        Assert.Contains(message.Actions, action => action.Id == "operator");
        Assert.NotEmpty(outcome.DialogueEvents);
        Assert.Null(outcome.Handoff);
    }

    [Fact]
    public void A_call_for_a_person_hands_over_the_question_with_what_was_shown_and_says_when()
    {
        var answered = Answer("Как получить сертификат?");

        var outcome = Answer("передать апиратору", answered.DialogueEvents);

        Assert.Equal("Как получить сертификат?", outcome.Handoff!.Packet.Question);
        Assert.Equal(("asked", "certificate-get"), (outcome.Handoff.Packet.Reason, Assert.Single(outcome.Handoff.Packet.ShownArticles)));
        Assert.EndsWith(Promise.Text, Assert.Single(outcome.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_talk_that_began_with_an_opener_is_handed_over_under_what_is_wanted_with_what_was_found_for_it()
    {
        var opened = Answer("можно вопрос");

        var outcome = Answer("Здравствуйте!\nсоедините с оператором, мне нужна справка об обучении и диплом", opened.DialogueEvents);

        Assert.Equal("мне нужна справка об обучении и диплом", outcome.Handoff!.Title);
        Assert.Contains("study-reference", outcome.Handoff.Packet.ConsideredArticles);
        Assert.Empty(outcome.Handoff.Packet.ShownArticles);
    }

    [Fact]
    public void A_press_is_read_as_the_button_and_not_as_its_label()
    {
        var answered = Answer("Как получить сертификат?");

        var outcome = Answer("Передать оператору", answered.DialogueEvents, pressed: "operator");

        Assert.NotNull(outcome.Handoff);
    }

    [Fact]
    public void A_turn_after_the_ticket_has_become_history_is_the_bots_again()
    {
        var handedOver = Answer("позовите человека");

        var outcome = Answer("Как получить сертификат?", handedOver.DialogueEvents);

        Assert.NotEmpty(outcome.Messages);
        Assert.Contains("\"returned\"", outcome.DialogueEvents[0], StringComparison.Ordinal);
    }

    private TurnOutcome Answer(string text, ImmutableArray<string> before = default, string? pressed = null)
    {
        var at = kb.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return ActivatorUtilities.CreateInstance<BotAnswers>(kb.Services)
            .Answer(StudentTurn.Of(text, pressed, at, before.IsDefault ? [] : before), Promise);
    }
}
