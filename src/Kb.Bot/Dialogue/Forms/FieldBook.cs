using System.Collections.Frozen;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>What an answer to a field's question must look like.</summary>
internal enum FieldShape
{
    /// <summary>Anything that says something.</summary>
    Text,

    /// <summary>An address of mail.</summary>
    Email,

    /// <summary>A taxpayer's number of 10 or 12 digits.</summary>
    Inn,

    /// <summary>A day, with or without a time, that is not in the future.</summary>
    Moment,

    /// <summary>Two to four words of a name.</summary>
    FullName,

    /// <summary>One of the student's courses, or a title in their words.</summary>
    Course,

    /// <summary>An address in the web, or a page in the student's words.</summary>
    Page,

    /// <summary>A thing with a name: a browser, a system, a device. A story is none.</summary>
    Named,

    /// <summary>«Да» or «нет».</summary>
    Consent,
}

/// <summary>How a field is asked for.</summary>
/// <param name="Id">Its id in the register.</param>
/// <param name="Shape">What its value looks like.</param>
/// <param name="Label">Its name on a ticket.</param>
/// <param name="Question">The question to the student.</param>
/// <param name="Again">What is said when the answer could not be read: with an example.</param>
internal sealed record FieldKind(string Id, FieldShape Shape, string Label, string Question, string Again)
{
    /// <summary>Whether the value is a word or two of the student's own: whatever else is asked for can be told from other words.</summary>
    public bool IsInOwnWords => Shape is FieldShape.Text or FieldShape.Course or FieldShape.Page or FieldShape.Named;
}

/// <summary>The fields that the register may name. One that is not listed is asked for by its own name and taken as it comes.</summary>
internal static class FieldBook
{
    /// <summary>The field that no register names: whether the request may go to a person as it is.</summary>
    public const string Consent = "consent";

    private const string AnyText = "Напишите хотя бы слово. Если не знаете, так и ответьте: «не знаю».";

    private static readonly FrozenDictionary<string, FieldKind> Known = new FieldKind[]
    {
        new("email", FieldShape.Email, "Почта", "На какую почту оформлен аккаунт?", "Не вижу адреса почты. Напишите его целиком, например: anna@yandex.ru."),
        new("new_email", FieldShape.Email, "Новая почта", "Какую почту поставить вместо неё?", "Не вижу адреса почты. Напишите его целиком, например: anna@yandex.ru."),
        new("second_email", FieldShape.Email, "Почта второго аккаунта", "На какую почту оформлен второй аккаунт?", "Не вижу адреса почты. Напишите его целиком, например: anna@yandex.ru."),
        new("course", FieldShape.Course, "Курс", "О каком курсе речь?", "Напишите название курса, например: «Графический дизайн с нуля»."),
        new("new_course", FieldShape.Text, "Новый курс", "На какой курс хотите перейти?", "Напишите название курса, например: «Графический дизайн с нуля»."),
        new("payment_time", FieldShape.Moment, "Когда был платёж", "Когда прошёл платёж? Хватит даты и примерного времени.", "Не получилось понять, когда это было. Напишите, например: «вчера в 15:40» или «20.11»."),
        new("company_inn", FieldShape.Inn, "ИНН компании", "Какой у компании ИНН?", "Не вижу верного ИНН: в нём 10 цифр у компании или 12 у предпринимателя, и последние проверяют остальные. Посмотрите, нет ли опечатки."),
        new("reason", FieldShape.Text, "Причина", "Расскажите о причине, хватит одной фразы.", AnyText),
        new("device", FieldShape.Named, "Устройство", "На каком устройстве это происходит? Компьютер, телефон или планшет, какая модель?", "Назовите устройство, например: «ноутбук» или «iPhone 13». Если не знаете, так и ответьте."),
        new("browser", FieldShape.Named, "Браузер", "В каком браузере? Например: Chrome, Яндекс Браузер, Safari.", "Назовите программу, в которой открываете сайт: Chrome, Яндекс Браузер, Safari. Если не знаете, так и ответьте."),
        new("lesson", FieldShape.Text, "Урок", "Какой это урок? Подойдёт номер или название.", "Напишите номер урока или его название. Если не знаете, так и ответьте: «не знаю»."),
        new("full_name", FieldShape.FullName, "ФИО", "Напишите фамилию, имя и отчество так, как должно быть в документе.", "Напишите имя полностью, например: Иванова Анна Петровна."),
        new("test", FieldShape.Text, "Тест", "Какой это тест или экзамен?", "Напишите название теста или урок, в котором он стоит. Если не знаете, так и ответьте: «не знаю»."),
        new("os", FieldShape.Named, "Операционная система", "Какая у вас операционная система? Например: Windows 11, macOS, Android.", "Назовите систему: Windows, macOS, Android или iOS. Если не знаете, так и ответьте."),
        new("page", FieldShape.Page, "Страница", "На какой странице ошибка? Скопируйте её адрес или опишите словами.", "Скопируйте адрес из строки браузера или напишите, что за страница: урок, задание, оплата."),
        new(Consent, FieldShape.Consent, "Согласие", "Передать это специалисту?", "Передать это специалисту? Ответьте «да» или «нет»."),
    }.ToFrozenDictionary(field => field.Id);

    /// <summary>Questions that mean something else in requests of one kind.</summary>
    private static readonly FrozenDictionary<(string Kind, string Field), string> Questions = new Dictionary<(string, string), string>
    {
        [("invoice-company", "email")] = "На какую почту прислать документы?",
        [("corporate-training", "email")] = "На какую почту прислать предложение?",
        [("study-reference", "email")] = "На какую почту прислать справку?",
        [("study-reference", "full_name")] = "На чьё имя справка? Фамилия, имя и отчество полностью.",
        [("account-delete", "email")] = "На какую почту оформлен аккаунт, который нужно удалить?",
        [("complaint", "course")] = "О каком курсе речь? Если дело не в курсе, пропустите.",
        [("curator-workplace", "course")] = "На каком курсе это происходит?",
    }.ToFrozenDictionary();

    /// <summary>The field of this id, as requests of this kind ask for it.</summary>
    public static FieldKind Of(string id, string kind) =>
        Questions.TryGetValue((kind, id), out var question) ? Of(id) with { Question = question } : Of(id);

    /// <summary>The field of this id.</summary>
    public static FieldKind Of(string id) => Known.GetValueOrDefault(id) ?? new FieldKind(id, FieldShape.Text, id, $"Уточните: {id}.", AnyText);
}
