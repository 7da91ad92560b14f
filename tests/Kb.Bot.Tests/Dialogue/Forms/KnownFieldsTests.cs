using Kb.Bot.Dialogue.Forms;

namespace Kb.Bot.Tests.Dialogue.Forms;

public sealed class KnownFieldsTests
{
    [Theory]
    [InlineData("андроид 11, хром", true)]
    [InlineData("windows 10, opera", true)]
    [InlineData("у меня айфон 13", true)]
    [InlineData("айфон", false)]
    [InlineData("с телефона", false)]
    [InlineData("хром не открывает урок", false)]
    [InlineData("приложение на андроид", false)]
    [InlineData("", false)]
    public void Only_names_of_equipment_tell_what_a_person_must_know(string folded, bool isEquipment) => Assert.Equal(isEquipment, KnownFields.IsEquipment(folded));
}
