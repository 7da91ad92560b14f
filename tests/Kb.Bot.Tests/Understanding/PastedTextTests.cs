using Kb.Bot.Understanding;

namespace Kb.Bot.Tests.Understanding;

public sealed class PastedTextTests
{
    [Theory]
    [InlineData("как сдать домашку?\nTraceback (most recent call last):\n  File \"main.py\", line 12, in <module>\nZeroDivisionError: division by zero", "как сдать домашку?")]
    [InlineData("npm ERR! code ERESOLVE\nnpm ERR! Found: react@18.2.0\nчто делать?", "что делать?")]
    [InlineData("не пускает в репозиторий\nfatal: Authentication failed for 'https://git.example.ru/a.git/'", "не пускает в репозиторий")]
    [InlineData("total += values[0];\nне работает", "не работает")]
    [InlineData("at com.example.App.main(App.java:14)\nat java.lang.Method.invoke(Method.java:580)", "")]
    [InlineData("SELECT u.id FROM users u WHERE u.id > 3;", "")]
    public void Only_what_was_written_beside_it_is_read(string message, string written)
    {
        Assert.True(PastedText.IsIn(message));
        Assert.Equal(written, PastedText.Without(message));
    }

    [Theory]
    [InlineData("не могу войти\nпишет ошибку 403")]
    [InlineData("rfr gjkexbnm cthnbabrfn")]
    [InlineData("zdravstvuyte\nkak poluchit sertifikat (za kurs)")]
    [InlineData("ModuleNotFoundError: нет модуля pandas в тренажёре, хотя на прошлой неделе всё работало")]
    [InlineData("курс Python: for beginners")]
    [InlineData("почта ivan.petrov@example.com\nпароль не приходит")]
    [InlineData("How do I get my certificate?")]
    [InlineData("")]
    public void Messages_of_people_are_left_as_they_are(string message)
    {
        Assert.False(PastedText.IsIn(message));
        Assert.Equal(message, PastedText.Without(message));
    }

    [Fact]
    public void Any_text_can_be_read_and_never_grows()
    {
        var random = new Random(11);
        string[] pieces = ["at a.b(c)", "Error:", "{", "}", "привет", "\n", "x == y", "\ud800", "(", ";", "def f():", " ", "<p>", "0x00ff"];
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.True(PastedText.Without(text).Length <= text.Length);
        }
    }
}
