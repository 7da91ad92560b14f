using Kb.Web.Sites.Sessions;

namespace Kb.Web.Tests.Sites;

public class CourseTitleTests
{
    [Theory]
    [InlineData("Python", "Python")]
    [InlineData("«Python»", "Python")]
    [InlineData("\"Python\"", "Python")]
    [InlineData("Курс «Python для анализа»", "Курс „Python для анализа“")]
    [InlineData("Курс \"Python\" (\"база\")", "Курс „Python“ („база“)")]
    [InlineData("«Python» и «SQL»", "„Python“ и „SQL“")]
    [InlineData("«»", "„“")]
    public void A_title_can_stand_in_quotation_marks(string given, string shown) => Assert.Equal(shown, CourseTitle.Inside(given));
}
