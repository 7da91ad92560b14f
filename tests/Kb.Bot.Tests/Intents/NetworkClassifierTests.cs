using Kb.Bot.Intents;
using Kb.Bot.Tests.Samples;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Intents;

public sealed class NetworkClassifierTests : IntentClassifierContract
{
    [Theory]
    [InlineData("Как мне скачать сертификат?", "certificate-get")]
    [InlineData("где можно взять сертефикат за курс", "certificate-get")]
    [InlineData("ошибка в фамилии в сертификате", "certificate-name")]
    [InlineData("ЗАБЫЛА ПАРОЛЬ", "password-reset")]
    [InlineData("меня не пускает в кабинет", "login-failed")]
    [InlineData("оформить возврат хочу", "refund-request")]
    public void New_wordings_are_recognized(string message, string intent) =>
        Assert.Equal(intent, SampleBot.Classifier.Rank(Utterance.Read(message), 1)[0].Intent);

    [Theory]
    [InlineData("рецепт плова")]
    [InlineData("какая погода в Москве")]
    [InlineData("кто выиграл футбол")]
    public void What_is_not_ours_gets_little_confidence(string message) =>
        Assert.InRange(SampleBot.Classifier.Rank(Utterance.Read(message), 1)[0].Confidence, 0, 0.5);

    [Fact]
    public void Case_and_punctuation_change_nothing() =>
        Assert.Equal(Rank("где мой сертификат"), Rank("  ГДЕ МОЙ... «Сертификат»?! "));

    private static ScoredIntent[] Rank(string message) => [.. SampleBot.Classifier.Rank(Utterance.Read(message), 5)];

    protected override IIntentClassifier Create() => SampleBot.Classifier;
}
