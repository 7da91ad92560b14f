using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Tests.Samples;
using Kb.Bot.Understanding;
using Kb.Content.Vocabulary;

namespace Kb.Bot.Tests.Understanding;

public sealed class ForeignNamesTests
{
    private static readonly Content.KnowledgeBase Knowledge = SampleBase.Knowledge with
    {
        Vocabulary = new SchoolVocabulary([], [["ВКонтакте", "вк"]], [])
        {
            OtherSchools = ["Степик", "институт"],
            OtherServices = ["Госуслуги", "ВКонтакте", "Сбербанк Онлайн"],
        },
    };

    private static readonly ForeignNames Names = ForeignNames.Of(Knowledge);

    private static readonly KnownWords Words = KnownWords.Of(Knowledge);

    [Theory]
    [InlineData("пароль от Госуслуг", "Госуслуги")]
    [InlineData("взломали мой вк", "ВКонтакте")]
    [InlineData("почему вк не работает", "ВКонтакте")]
    [InlineData("не захожу в СБЕРБАНК ОНЛАЙН", "Сбербанк Онлайн")]
    [InlineData("курс на степике не открылся", "Степик")]
    [InlineData("когда сессия в институте", "институт")]
    public void A_request_about_another_service_is_seen(string message, string name) => Assert.Equal(name, Names.Read(message, Words)?.Name);

    [Theory]
    [InlineData("не могу войти через вк")]
    [InlineData("не могу войти через аккаунт вк")]
    [InlineData("есть ли у вас вход по госуслугам")]
    [InlineData("вы есть на госуслугах?")]
    [InlineData("видео курса не идёт, хотя на госуслугах всё работает")]
    [InlineData("видео не открывается, вк работает")]
    [InlineData("видосы не грузит вообще, госуслуги же летают")]
    [InlineData("нужна справка в институт")]
    [InlineData("принимаете оплату госуслугами?")]
    [InlineData("сертификат не пришёл")]
    [InlineData("")]
    public void A_service_named_in_passing_is_not(string message) => Assert.Null(Names.Read(message, Words));

    [Fact]
    public void Such_a_request_is_refused_with_its_own_reason_however_sure_the_classifier_is()
    {
        var classified = Bot().Classify("пароль от Госуслуг", SampleBot.Context());

        Assert.Equal(("refuse", RefusalReason.ForeignService, "Госуслуги"), (classified.Decision, classified.Refusal, classified.Foreign));
    }

    [Fact]
    public void The_student_is_told_that_it_is_another_service()
    {
        var turn = Bot().Turn(DialogueState.Fresh, new StudentInput.Text("пароль от госуслуг"), SampleBot.Context());

        Assert.Contains("не о нашей платформе", turn.Reply!.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_whose_article_speaks_of_the_service_answers()
    {
        var article = Knowledge.Articles.Values.Single(found => found.Id.Value == "password-reset");
        var articles = Knowledge.Articles.Values
            .Select(found => found == article ? article with { Title = "Пароль от Госуслуг" } : found)
            .ToDictionary(found => found.Id);
        var bot = Bot(Knowledge with { Articles = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(articles) });

        Assert.Equal("answer", bot.Classify("пароль от Госуслуг", SampleBot.Context()).Decision);
    }

    [Fact]
    public void Any_text_can_be_read()
    {
        var random = new Random(5);
        string[] words = ["вк", "от", "через", "Госуслуг", "сбербанк", "онлайн", "…", "\ud800", "в", "институт", "ОТ"];
        for (var round = 0; round < 500; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(6)).Select(_ => words[random.Next(words.Length)]));
            Assert.True(Names.Read(text, Words) is null or { Name.Length: > 0 });
        }
    }

    private static SupportBot Bot(Content.KnowledgeBase? knowledge = null) =>
        SupportBot.Create(knowledge ?? Knowledge, new ScriptedClassifier(("password-reset", 0.99)), new AnswerOptions());
}
