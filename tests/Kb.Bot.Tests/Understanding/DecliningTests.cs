using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Tests.Samples;
using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Understanding;

public sealed class DecliningTests
{
    private static readonly Declining Taught = Declining.Of(SampleBase.Knowledge with
    {
        Phrases = SampleBase.Knowledge.Phrases with
        {
            Intents = SampleBase.Knowledge.Phrases.Intents
                .Append(KeyValuePair.Create("unsubscribe", ImmutableArray.Create("не хочу получать рассылку", "не присылайте письма")))
                .ToFrozenDictionary(),
        },
    });

    [Theory]
    [InlineData("не хочу возврат")]
    [InlineData("нет, менять не хочу")]
    [InlineData("Возвращать пока ничего не буду")]
    [InlineData("промокод мне не нужен, спасибо")]
    [InlineData("доступ продлевать не нужно, благодарю")]
    [InlineData("репозиторий мне не нужен пока")]
    [InlineData("отчисляться не собираюсь")]
    [InlineData("пересдавать не буду")]
    [InlineData("не буду менять поток")]
    [InlineData("деньги назад не прошу")]
    [InlineData("не сертификат нужен")]
    [InlineData("налоги ни при чём")]
    [InlineData("речь не о возврате")]
    [InlineData("пароль не забыла")]
    public void A_clause_that_says_what_is_not_wanted_denies(string clause) => Assert.True(Declining.Denies(clause));

    [Theory]
    [InlineData("не могу войти")]
    [InlineData("не пришёл сертификат")]
    [InlineData("не нужна ли справка")]
    [InlineData("не хочу терять доступ")]
    [InlineData("платить дважды не хочу")]
    [InlineData("не хочу чтоб подписка продлевалась")]
    [InlineData("курс мне больше не нужен")]
    [InlineData("не буду успевать по средам")]
    [InlineData("ждать не буду")]
    [InlineData("пароль не подходит")]
    [InlineData("почему не нужна камера")]
    [InlineData("требует сделать предыдущее задание, оно мне не нужно")]
    [InlineData("")]
    public void Trouble_and_a_polite_question_do_not(string clause) => Assert.False(Declining.Denies(clause));

    [Fact]
    public void What_the_phrases_of_a_kind_deny_is_its_request()
    {
        Assert.False(Taught.Declines("не хочу рассылку", "unsubscribe"));
        Assert.True(Taught.Declines("не хочу рассылку", "refund-request"));
    }
}
