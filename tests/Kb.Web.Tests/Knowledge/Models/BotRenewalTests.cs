using Kb.Bot.Answers;
using Kb.Bot.Evaluation;
using Kb.Content.Articles;
using Kb.Web.Hosting;
using Kb.Web.Knowledge;
using Kb.Web.Knowledge.Models;
using Kb.Web.Verbs;

namespace Kb.Web.Tests.Knowledge.Models;

public sealed class BotRenewalTests : IDisposable
{
    private const string Certificate = "сертификат где скачать можно";

    private readonly EditedBase _base = new();
    private BotRenewal _renewal;
    private KnowledgeSource _source;

    public BotRenewalTests() => (_renewal, _source) = Start();

    [Fact]
    public void The_first_base_is_learnt_before_it_serves_and_its_model_is_in_charge()
    {
        var edition = Follow();

        Assert.Equal(edition.Model.Own, edition.Model.Id);
        Assert.Equal(edition.Model.Id, edition.Model.Record?.Active);
        Assert.Null(edition.Model.Record?.Exam);
    }

    [Fact]
    public void An_edit_of_a_text_alone_changes_no_model()
    {
        var before = Follow();
        _base.EditText("Второй текст.");

        var after = Open();

        Assert.False(after.Model.IsDue);
        Assert.Equal(before.Model.Id, after.Model.Id);
    }

    [Fact]
    public void An_edit_of_phrases_is_published_at_once_and_its_model_follows_when_it_is_no_worse()
    {
        var before = Follow();
        _base.AddPhrase();
        _base.EditText("Второй текст.");

        var published = Open();
        var renewed = Renew(published);

        Assert.True(published.Model.IsDue);
        Assert.Equal(before.Model.Id, published.Model.Id);
        Assert.Equal("Второй текст.", published.Base.Articles[new ArticleId("certificate-get")].Faces.Short!.Markdown.Trim());
        Assert.Equal(renewed.Model.Own, renewed.Model.Id);
        Assert.NotEqual(before.Model.Id, renewed.Model.Id);
        Assert.Empty(renewed.Model.Record!.Exam!.Objections);
    }

    [Fact]
    public void A_model_that_is_clearly_worse_is_held_back_and_the_texts_are_out_all_the_same()
    {
        var before = Follow();
        _base.MixUpPhrases();
        _base.EditText("Второй текст.");

        var after = Follow();

        Assert.Equal(before.Model.Id, after.Model.Id);
        Assert.Equal("certificate-get", KindOf(after));
        Assert.Equal("Второй текст.", after.Base.Articles[new ArticleId("certificate-get")].Faces.Short!.Markdown.Trim());
        var exam = after.Model.Held!.Exam!;
        Assert.NotEmpty(exam.Objections);
        Assert.Contains(exam.Worse, question => question is { Text: "выдайте сертификат", Expected: "certificate-get", Before: "верно" });
        Assert.True(exam.Figures[0].Now < exam.Figures[0].Before);
    }

    [Fact]
    public void A_restart_remembers_what_was_held_back_and_examines_nothing_again()
    {
        Follow();
        _base.MixUpPhrases();
        var held = Follow();

        (_renewal, _source) = Start();
        var restarted = Open();
        var asVerb = Open(atOnce: false);

        Assert.Equal(held.Model.Id, restarted.Model.Id);
        Assert.False(restarted.Model.IsDue);
        Assert.Equal(held.Model.Held!.Exam!.Objections.AsEnumerable(), restarted.Model.Held!.Exam!.Objections);
        Assert.Equal(held.Model.Id, asVerb.Model.Id);
    }

    [Fact]
    public void An_editor_may_take_the_held_model_all_the_same_and_go_back_to_the_other()
    {
        var before = Follow();
        _base.MixUpPhrases();
        var held = Follow();

        var taken = _renewal.Take(held, held.Model.Own!, "Анна", Steps())!;
        (_renewal, _source) = Start();
        var restarted = Open();
        var back = _renewal.Take(taken, before.Model.Id!, "Анна", Steps())!;

        Assert.Equal((held.Model.Own, "Анна"), (taken.Model.Id, taken.Model.Record!.By));
        Assert.NotEmpty(taken.Model.Record.Exam!.Objections);
        Assert.Equal("password-reset", KindOf(taken));
        Assert.Equal(taken.Model.Id, restarted.Model.Id);
        Assert.Equal((before.Model.Id, "Анна"), (back.Model.Id, back.Model.Held!.By));
        Assert.False(back.Model.IsDue);
    }

    [Fact]
    public void An_edit_that_is_taken_back_needs_no_exam()
    {
        var before = Follow();
        _base.MixUpPhrases();
        Follow();
        _base.TakeBack();

        var after = Follow();

        Assert.Equal(before.Model.Id, after.Model.Id);
        Assert.Null(after.Model.Held);
        Assert.False(after.Model.IsDue);
    }

    [Fact]
    public void A_kind_that_is_gone_is_not_named_by_the_model_that_still_knows_it()
    {
        Follow();
        _base.RemoveWebinars();

        var published = Open();

        Assert.True(published.Model.IsDue);
        Assert.DoesNotContain(published.Bot.Classify("где ссылка на вебинар", VerbKnowledge.StudentContext()).Candidates, guess => guess.Intent == "webinar-link");
        Assert.Equal("certificate-get", KindOf(published));
        Assert.Equal(published.Model.Own, Renew(published).Model.Id);
    }

    [Fact]
    public void A_model_whose_file_is_gone_gives_way_to_that_of_the_base()
    {
        Follow();
        Directory.Delete(Path.Combine(_base.Data, "models"), recursive: true);
        _base.AddPhrase();
        (_renewal, _source) = Start();

        var after = Follow();

        Assert.Equal(after.Model.Own, after.Model.Id);
        Assert.Equal(after.Model.Id, after.Model.Record?.Active);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"active\": 1}")]
    public void A_damaged_record_is_as_good_as_none(string record)
    {
        var before = Follow();
        File.WriteAllText(Path.Combine(_base.Data, "bot-model.json"), record);

        Assert.Equal(before.Model.Id, Follow().Model.Record?.Active);
    }

    [Theory]
    [InlineData("../../bot-model")]
    [InlineData("нет такой")]
    public void Only_a_model_that_is_kept_can_be_taken(string id) => Assert.Null(_renewal.Take(Follow(), id, "Анна", Steps()));

    public void Dispose() => _base.Dispose();

    private static string? KindOf(KnowledgeEdition edition) => edition.Bot.Classify(Certificate, VerbKnowledge.StudentContext()).Kind;

    /// <summary>What a server does after every change of the folder, and at its start.</summary>
    private KnowledgeEdition Follow() => Renew(Open());

    private KnowledgeEdition Renew(KnowledgeEdition edition) =>
        _renewal.Renew(edition, Steps(), CancellationToken.None);

    private static BuildSteps Steps() => new(new Progress<string>(), TimeProvider.System);

    private KnowledgeEdition Open(bool atOnce = true) => _source.Read(new Progress<string>(), atOnce) switch
    {
        KnowledgeReading.Good(var edition) => edition,
        KnowledgeReading.Refused(var findings) => throw new InvalidOperationException(string.Join('\n', findings)),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    private (BotRenewal Renewal, KnowledgeSource Source) Start()
    {
        var data = DataFolder.Open(_base.Data);
        // Search knows both kinds whatever the model says, and would hide what the model learned.
        var answers = new AnswerOptions { SearchWeight = 0 };
        var renewal = ModelRegistration.RenewalOf(
            new IntentModelCache(data.Models, TimeProvider.System), data, answers, new ModelGateOptions(), TimeZoneInfo.Utc, TimeProvider.System);
        return (renewal, new KnowledgeSource(_base.Path, data, new EditionBuilder(renewal, answers, TimeZoneInfo.Utc), TimeProvider.System));
    }
}
