namespace Kb.Web.Problems;

/// <summary>The catalogue of everything that Kb refuses. A problem is written once, here, so that codes stay stable and texts stay one voice.</summary>
public static class KbProblems
{
    /// <summary>The request cannot be read at all.</summary>
    public static KbProblem BadRequest(string? detail = null) =>
        new(400, "request.unreadable", "Запрос не удалось прочитать", detail ?? "Проверьте адрес, параметры и тело запроса.");

    /// <summary>The body is not JSON of the expected shape.</summary>
    /// <param name="path">Where in the body, as a JSON path; null when unknown.</param>
    public static KbProblem BadJson(string? path = null) =>
        new(400, "request.bad_json", "Тело запроса не прочиталось",
            path is null or "$" ? "Нужен JSON с полями этого запроса." : $"Проверьте поле «{path}»: значение отсутствует или другого вида.");

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
