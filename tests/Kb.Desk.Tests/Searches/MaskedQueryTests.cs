using Kb.Desk.Searches;

namespace Kb.Desk.Tests.Searches;

public sealed class MaskedQueryTests
{
    [Theory]
    [InlineData("  Как   вернуть\nденьги ", "как вернуть деньги")]
    [InlineData("код не пришёл на ivan.petrov@mail.ru", "код не пришёл на [почта]")]
    [InlineData("позвоните +7 (912) 345-67-89 срочно", "позвоните [номер] срочно")]
    [InlineData("заказ 1234567 не оплачен", "заказ [номер] не оплачен")]
    [InlineData("урок 12 из 2026", "урок 12 из 2026")]
    [InlineData("v2.1 ошибка 404", "v2.1 ошибка 404")]
    [InlineData("во", null)]
    [InlineData("ivan@mail.ru", null)]
    [InlineData("89123456789", null)]
    [InlineData("\u202E\u200B", null)]
    public void Nobody_can_be_told_by_what_is_kept(string typed, string? kept) => Assert.Equal(kept, MaskedQuery.Of(typed));

    [Fact]
    public void A_long_query_is_cut() => Assert.Equal(200, MaskedQuery.Of(new string('щ', 1_000))!.Length);
}
