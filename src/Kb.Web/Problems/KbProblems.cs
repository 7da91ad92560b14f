using System.Globalization;
using Kb.Content.Facts;
using Kb.Content.Templates;

namespace Kb.Web.Problems;

/// <summary>The catalogue of everything that Kb refuses. A problem is written once, here, so that codes stay stable and texts stay one voice.</summary>
public static class KbProblems
{
    private static readonly CultureInfo RussianNumbers = CultureInfo.GetCultureInfo("ru-RU");

    /// <summary>The request cannot be read at all.</summary>
    public static KbProblem BadRequest(string? detail = null) =>
        new(400, "request.unreadable", "Запрос не удалось прочитать", detail ?? "Проверьте адрес, параметры и тело запроса.");

    /// <summary>The body is not JSON of the expected shape.</summary>
    /// <param name="path">Where in the body, as a JSON path; null when unknown.</param>
    public static KbProblem BadJson(string? path = null) =>
        new(400, "request.bad_json", "Тело запроса не прочиталось",
            path is null or "" or "$" ? "Нужен JSON с полями этого запроса." : $"Проверьте поле «{path}»: значение отсутствует или другого вида.");

    /// <summary>The body has a member that the route does not know: a typo, or an attempt to set what callers may not.</summary>
    public static KbProblem UnknownField(string field) =>
        new(400, "request.unknown_field", "Неизвестное поле", $"Поле «{field}» этому запросу неизвестно. Уберите его или проверьте написание.");

    /// <summary>A form came without its antiforgery token, or with a stale one.</summary>
    public static KbProblem StaleForm { get; } =
        new(400, "request.stale_form", "Форма устарела", "Обновите страницу и отправьте форму ещё раз.");

    /// <summary>Nobody, or an identity that no longer holds.</summary>
    public static KbProblem SignInNeeded { get; } =
        new(401, "auth.required", "Нужно войти", "Войдите и повторите запрос.");

    /// <summary>Somebody, but not with the role that this needs.</summary>
    public static KbProblem Forbidden { get; } =
        new(403, "auth.forbidden", "Недостаточно прав", "Это действие доступно другой роли. Если оно нужно вам, обратитесь к администратору.");

    /// <summary>A page of somebody else's used the browser of a member of staff.</summary>
    public static KbProblem ForeignPage { get; } =
        new(403, "auth.foreign_page", "Запрос пришёл с чужой страницы", "Откройте Kb в отдельной вкладке и повторите действие там.");

    /// <summary>A student's token or session that does not hold. One text for every reason: it must not help to forge one.</summary>
    public static KbProblem SessionNotConfirmed { get; } =
        new(401, "session.not_confirmed", "Сессия не подтверждена", "Сессия не подтверждена. Обновите страницу курса.");

    /// <summary>The widget names a site that was never made known.</summary>
    public static KbProblem SiteUnknown { get; } =
        new(404, "site.unknown", "Такой площадки нет", "Проверьте идентификатор площадки в коде виджета.");

    /// <summary>No such thing, or none that the caller may know of.</summary>
    public static KbProblem NotFound { get; } =
        new(404, "request.not_found", "Не нашлось", "Такого адреса или объекта нет, либо он вам недоступен.");

    /// <summary>The address exists, the method does not.</summary>
    public static KbProblem MethodNotAllowed { get; } =
        new(405, "request.method_not_allowed", "Так к этому адресу не обращаются", "Метод запроса здесь не поддерживается.");

    /// <summary>The body is too large.</summary>
    public static KbProblem TooLarge { get; } =
        new(413, "request.too_large", "Слишком большой запрос", "Сократите сообщение или уменьшите файл.");

    /// <summary>The body's type is not read here.</summary>
    public static KbProblem WrongMediaType { get; } =
        new(415, "request.wrong_type", "Такой формат не принимается", "Отправьте JSON с заголовком «Content-Type: application/json».");

    /// <summary>Too many requests.</summary>
    public static KbProblem TooManyRequests(TimeSpan retryAfter) =>
        new(429, "request.too_many", "Слишком много запросов", "Подождите немного и повторите.") { RetryAfter = retryAfter };

    /// <summary>A bug of ours. The trace id finds it in the log; nothing else is told.</summary>
    public static KbProblem Unexpected { get; } =
        new(500, "server.error", "Что-то сломалось на сервере", "Мы уже записали ошибку. Повторите позже; если не поможет, сообщите администратору номер из поля traceId.");

    /// <summary>The storage does not answer; what was sent is not saved.</summary>
    public static KbProblem StorageUnavailable { get; } =
        new(503, "server.storage", "Сервис временно недоступен", "Запрос не сохранён. Повторите через несколько секунд.") { RetryAfter = TimeSpan.FromSeconds(5) };

    /// <summary>A POST that creates or sends came without a key by which its repetition could be known.</summary>
    public static KbProblem IdempotencyKeyMissing { get; } =
        new(400, "request.key_missing", "Нужен ключ запроса", "Добавьте заголовок «Idempotency-Key» длиной от 1 до 255 знаков: по нему повтор не создаст второго сообщения.");

    /// <summary>The key was used for another body.</summary>
    public static KbProblem IdempotencyKeyReused { get; } =
        new(422, "request.key_reused", "Ключ уже использован", "С этим «Idempotency-Key» приходил другой запрос. Для нового запроса нужен новый ключ.");

    /// <summary>Nothing to read in the message.</summary>
    public static KbProblem MessageEmpty { get; } =
        new(422, "message.empty", "Сообщение пустое", "Напишите хотя бы одно слово.");

    /// <summary>The message is longer than the limit.</summary>
    public static KbProblem MessageTooLong(int length, int limit) =>
        new(422, "message.too_long", "Сообщение слишком длинное",
            string.Create(RussianNumbers, $"В сообщении {length:N0} {RussianPlural.Form(length, "знак", "знака", "знаков")}, а помещается {limit:N0}. Сократите его или отправьте частями."));

    /// <summary>The button was never offered in this conversation.</summary>
    public static KbProblem ActionNotOffered { get; } =
        new(422, "message.action_not_offered", "Такой кнопки в разговоре нет", "Нажмите кнопку, которую предложил бот, или напишите словами.");

    /// <summary>Somebody was faster.</summary>
    public static KbProblem TicketTaken(string by) =>
        new(409, "ticket.taken", $"Уже взято: {by}", "Обращение уже ведёт коллега. Выберите другое или помогите заметкой.") { Members = new Dictionary<string, object?> { ["by"] = by } };

    /// <summary>Nothing can be done to a closed ticket but to take it up again.</summary>
    public static KbProblem TicketClosed { get; } =
        new(409, "ticket.closed", "Обращение закрыто", "Верните его в работу, чтобы продолжить.");

    /// <summary>There is no way between the two statuses.</summary>
    public static KbProblem TransitionNotAllowed(string from, string to) =>
        new(409, "ticket.transition_not_allowed", "Так статус не меняется", $"Из статуса «{from}» нельзя перейти в «{to}».");

    /// <summary>What the caller decided on is not how it is any more.</summary>
    public static KbProblem StaleView { get; } =
        new(412, "request.stale_view", "Данные уже изменились", "Пока вы работали, обращение изменилось. Посмотрите, что в нём нового, и повторите.");

    /// <summary>No such status.</summary>
    public static KbProblem StatusUnknown { get; } =
        new(422, "ticket.status_unknown", "Такого статуса нет", "Статусы: open, triage, in_progress, waiting_requester, internal_request, feedback, closed.");

    /// <summary>The register has no such kind.</summary>
    public static KbProblem KindUnknown { get; } =
        new(422, "ticket.kind_unknown", "Такого вида обращений нет", "Проверьте ключ вида по реестру обращений.");

    /// <summary>An article that does not exist, or that students may not read, was put under an answer.</summary>
    public static KbProblem ArticleNotForStudents { get; } =
        new(422, "ticket.article_not_for_students", "Статью нельзя приложить", "Приложить можно до десяти статей, которые есть в базе и открыты этому студенту.");

    /// <summary>The base has no such template any more.</summary>
    public static KbProblem TemplateUnknown { get; } =
        new(422, "ticket.template_unknown", "Такого шаблона нет", "Выберите другой: база знаний могла обновиться.");

    /// <summary>A reply still has a template's variables in it: the student would read them.</summary>
    /// <param name="names">The variables, one or more.</param>
    public static KbProblem ReplyUnfilled(IReadOnlyList<string> names) =>
        new(422, "ticket.reply_unfilled", "В ответе остались незаполненные места",
            $"Впишите {string.Join(", ", names.Select(name => $"{TemplateVariables.Label(name)} вместо {{{{{name}}}}}"))}.")
        { Members = new Dictionary<string, object?> { ["missing"] = names } };

    /// <summary>The model of the bot changes just now.</summary>
    public static KbProblem BotIsLearning { get; } =
        new(409, "bot.learning", "Бот сейчас учится", "Идёт обучение на последней правке базы. Повторите через минуту.") { RetryAfter = TimeSpan.FromSeconds(30) };

    /// <summary>The problem that a bare status code stands for.</summary>
    public static KbProblem ForStatus(int status) => status switch
    {
        401 => SignInNeeded,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => new(408, "request.timeout", "Запрос шёл слишком долго", "Проверьте связь и повторите."),
        413 => TooLarge,
        414 => new(414, "request.uri_too_long", "Слишком длинный адрес", "Сократите параметры в адресе."),
        415 => WrongMediaType,
        429 => TooManyRequests(TimeSpan.FromSeconds(10)),
        431 => new(431, "request.headers_too_large", "Слишком большие заголовки запроса", "Уменьшите заголовки и повторите."),
        503 => StorageUnavailable,
        >= 500 => Unexpected,
        400 => BadRequest(),
        _ => BadRequest() with { Status = status },
    };
}
