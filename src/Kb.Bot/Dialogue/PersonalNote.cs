using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>What the learning platform knows about this student and an article cannot: until when their access lasts, which courses they have.</summary>
internal static class PersonalNote
{
    private static readonly string[] Months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    /// <summary>One or a few sentences after the answer; null when there is nothing to add.</summary>
    public static string? For(KindId kind, TurnContext context) => (kind.Value, context.Student?.Courses) switch
    {
        ("access-period" or "access-extension", { IsDefaultOrEmpty: false } courses) =>
            string.Join('\n', courses.Select(course => Access(course, context.Reader.Today))),
        ("course-not-visible", { IsDefaultOrEmpty: false } courses) =>
            $"Сейчас в вашем аккаунте: {string.Join(", ", courses.Select(course => $"«{MarkdownText.Escape(course.Title)}»"))}.",
        _ => null,
    };

    private static string Access(StudentCourse course, DateOnly today) => course.AccessUntil switch
    {
        null => $"Ваш доступ к курсу «{MarkdownText.Escape(course.Title)}» бессрочный.",
        { } until when until < today => $"Ваш доступ к курсу «{MarkdownText.Escape(course.Title)}» закончился {Say(until, today)}.",
        { } until => $"Ваш доступ к курсу «{MarkdownText.Escape(course.Title)}» — до {Say(until, today)}.",
    };

    private static string Say(DateOnly day, DateOnly today) => $"{day.Day} {Months[day.Month - 1]}{(day.Year == today.Year ? "" : $" {day.Year} года")}";
}
