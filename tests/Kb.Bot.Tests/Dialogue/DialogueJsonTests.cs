using Kb.Bot.Dialogue;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Tests.Dialogue;

public sealed class DialogueJsonTests
{
    [Fact]
    public void Events_that_an_earlier_version_stored_still_rebuild_their_state()
    {
        string[] stored =
        [
            """{"type":"wrote","text":"как скачать сертификат"}""",
            """{"type":"answered","kind":"certificate-get","article":"certificate-get"}""",
            """{"type":"rated","helped":false}""",
            """{"type":"wrote","text":"вебинар"}""",
            """{"type":"clarified","between":["webinar-link","webinar-recording"]}""",
            """{"type":"pressed","action":"kind:webinar-link"}""",
            """{"type":"handed-off","reason":"kind-needs-person","kind":"refund-request"}""",
        ];

        var state = DialogueState.After(stored.Select(DialogueJson.Read));

        Assert.True(state.WithPerson);
        Assert.Equal(("вебинар", new KindId("certificate-get"), 4), (state.Question, state.Kind, state.Turns));
        Assert.Equal(new ArticleId("certificate-get"), Assert.Single(state.Rejected));
    }

    [Fact]
    public void Events_of_a_form_that_is_gone_change_nothing() =>
        Assert.Null(DialogueState.Fresh.With(new DialogueEvent.FieldTaken("email", "a@b.ru")).With(new DialogueEvent.FieldAsked("course")).Form);
}
