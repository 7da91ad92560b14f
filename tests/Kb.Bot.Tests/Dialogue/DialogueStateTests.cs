using Kb.Bot.Answers;
using Kb.Bot.Dialogue;

namespace Kb.Bot.Tests.Dialogue;

public sealed class DialogueStateTests
{
    [Theory]
    [InlineData(RefusalReason.NotSure, Expectation.Consent)]
    [InlineData(RefusalReason.NoArticle, Expectation.Consent)]
    [InlineData(RefusalReason.SeeArticle, Expectation.Verdict)]
    [InlineData(RefusalReason.NoWords, Expectation.Nothing)]
    [InlineData(RefusalReason.ForeignService, Expectation.Nothing)]
    [InlineData(RefusalReason.Declined, Expectation.Nothing)]
    public void Only_where_the_question_is_ours_a_person_is_asked_about(RefusalReason reason, Expectation expecting) =>
        Assert.Equal(expecting, DialogueState.Fresh.With(new DialogueEvent.Refused(reason)).Expecting);
}
