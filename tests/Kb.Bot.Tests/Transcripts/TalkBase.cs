using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Phrases;
using Kb.Content.Register;

namespace Kb.Bot.Tests.Transcripts;

/// <summary>The school of the transcripts: small and its own, so that an edit of the real content breaks none of them.</summary>
internal static class TalkBase
{
    public static KnowledgeBase Knowledge { get; } = new()
    {
        Register = new RequestRegister(
            [.. Kinds().GroupBy(kind => kind.Type).Select(type => new RequestType(type.Key, type.Key, [.. type]))],
            [.. "greeting thanks goodbye bot-identity yes no praise".Split(' ').Select(id => new TalkTurn(id, id)), new TalkTurn("broken", "Не работает") { Mostly = [new("login-failed"), new("site-error")] }, new TalkTurn("pasted", "Прислан код") { Mostly = [new("site-error"), new("deadlines")] }],
            [
                new BotCommand("operator", "Передать оператору", ["передать оператору"]), new BotCommand("ticket-status", "Статус", ["где мой ответ"]),
                new BotCommand("new-ticket", "Создать", ["создать заявку"]),
            ]),
        Articles = Articles().ToFrozenDictionary(article => article.Id),
        Phrases = new PhraseBook(Phrases(), FrozenDictionary<string, ImmutableArray<string>>.Empty, Replies()),
        StopWords = "и в на не как где мне я у за по что мой моя моё а с к из о об это для вы мы ли если можно нужно хочу есть ещё еще нет бы же до от когда сколько или так то".Split(' ').ToFrozenSet(),
        Fingerprint = new string('1', 64),
    };

    private static IEnumerable<RequestKind> Kinds() =>
    [
        Kind("certificate-get", "Как получить сертификат", AnswerMode.Self),
        Kind("certificate-name", "Ошибка в имени на сертификате", AnswerMode.Operator, "email", "full_name"),
        Kind("password-reset", "Восстановить или сменить пароль", AnswerMode.Self),
        Kind("login-failed", "Не получается войти в личный кабинет", AnswerMode.Guided),
        Kind("payment-methods", "Способы оплаты", AnswerMode.Self),
        Kind("invoice-company", "Счёт и договор для юридического лица", AnswerMode.Operator, "company_inn", "email"),
        Kind("double-charge", "Деньги списались дважды", AnswerMode.Operator, "email", "payment_time"),
        Kind("refund-terms", "Условия возврата денег", AnswerMode.Self),
        Kind("refund-request", "Оформить возврат", AnswerMode.Operator, "email", "course", "reason"),
        Kind("course-exchange", "Заменить курс на другой", AnswerMode.Guided),
        Kind("access-period", "Сколько действует доступ к курсу", AnswerMode.Self),
        Kind("login-email-change", "Сменить почту для входа", AnswerMode.Operator, "email", "new_email"),
        Kind("webinar-link", "Где ссылка на вебинар", AnswerMode.Self),
        Kind("webinar-recording", "Запись вебинара", AnswerMode.Self),
        Kind("deadlines", "Сроки сдачи и дедлайны", AnswerMode.Self),
        Kind("homework-format", "Требования к формату работы", AnswerMode.Self),
        Kind("site-error", "Ошибка на странице", AnswerMode.Operator, "page", "browser"),
        Kind("mobile-app", "Мобильное приложение", AnswerMode.Self),
        Kind("parent-consent", "Согласие родителей и доступ для детей", AnswerMode.Self),
        Kind("class-enrolment", "Записать класс или группу", AnswerMode.Guided),
        Kind("complaint", "Жалоба на качество обучения или сервиса", AnswerMode.Operator),
    ];

    private static RequestKind Kind(string id, string name, AnswerMode answer, params string[] ask) =>
        // The first word of most ids is their type: «refund-terms», «refund-request»; to get in is one matter.
        new(new KindId(id), id is "login-failed" or "password-reset" ? "access" : id.Split('-')[0], name, 1, ServiceClass.Today, answer, [.. ask]);

    private static IEnumerable<Article> Articles() =>
    [
        Article("certificate-get", "Сертификат", "Откройте «Документы» в личном кабинете и нажмите «Скачать» рядом с курсом.",
            "Сертификат хранится бессрочно.\n\nНа английском сертификат скачивается там же, язык выбирается перед загрузкой."),
        Article("certificate-name", "Имя на сертификате", "Исправим имя бесплатно за 3 дня и пришлём новый сертификат."),
        Article("password-reset", "Новый пароль", "Нажмите «Забыли пароль?» на странице входа: ссылка придёт на почту.",
            "Ссылка живёт час.\n\n- Письмо может попасть в спам.\n- На телефоне то же самое: кнопка под полем пароля."),
        Article("login-failed", "Вход", "Проверьте раскладку и Caps Lock, затем войдите по ссылке из письма."),
        Article("payment-methods", "Способы оплаты", "Оплатить можно картой, через СБП или в рассрочку.",
            "## Чем платить\n\n- Картой любого российского банка: деньги приходят сразу.\n- Через СБП: наведите камеру на код.\n- В рассрочку до 24 месяцев.\n\nКомиссии нет."),
        Article("invoice-company", "Счёт для компании", "Выставим счёт и договор на компанию за один день.",
            "## Для бухгалтерии\n\n- **НДС.** Цена без НДС: школа на упрощённой системе.\n- **ЭДО.** Работаем через Диадок и СБИС."),
        Article("double-charge", "Двойное списание", "Проверим оба платежа и вернём лишний в течение 3 дней."),
        Article("refund-terms", "Условия возврата", "Деньги за курс можно вернуть в первые 14 дней."),
        Article("refund-request", "Возврат", "Оформим возврат: деньги придут на ту же карту до 10 дней."),
        Article("course-exchange", "Замена курса", "Курс можно заменить один раз, пока пройдено меньше трети уроков."),
        Article("access-period", "Срок доступа", "Доступ к курсу действует год со дня оплаты."),
        Article("login-email-change", "Смена почты", "Поменяем почту за сутки, прогресс останется."),
        Article("webinar-link", "Ссылка на вебинар", "Ссылка появляется на странице курса за час до начала."),
        Article("webinar-recording", "Запись вебинара", "Запись появляется на странице курса на следующий день."),
        Article("deadlines", "Сроки", "Сроки сдачи стоят рядом с каждым заданием."),
        Article("homework-format", "Формат работы", "Работу сдают в PDF, образец лежит в задании."),
        Article("site-error", "Ошибка на странице", "Обновите страницу. Если ошибка осталась, разберёмся за 5 часов."),
        Article("mobile-app", "Приложение", "Приложение есть для Android и iPhone, вход тот же."),
        Article("parent-consent", "Согласие родителей", "До 14 лет аккаунт открывает родитель: согласие подписывается в кабинете."),
        Article("class-enrolment", "Класс", "Загрузите список класса в разделе «Группы», приглашения уйдут сами."),
        Article("complaint", "Жалоба", "Разберём жалобу за один рабочий день."),
    ];

    private static Article Article(string id, string title, string brief, string? full = null) => new()
    {
        Id = new ArticleId(id),
        Title = title,
        Kind = new KindId(id),
        Audience = Audience.Public,
        Owner = "tests",
        VerifiedOn = new DateOnly(2026, 11, 12),
        VerifyEveryDays = 90,
        Faces = new ArticleFaces(new Face(brief, 1), null, new Face(full ?? brief, 1), null, null),
        File = $"articles/{id}.md",
    };

    private static FrozenDictionary<string, ImmutableArray<string>> Phrases() => Groups("""
        certificate-get: как скачать сертификат; где мой сертификат; как получить сертификат за курс; закончил курс а сертификата нет; скачать серт; сертификат
        certificate-name: в сертификате ошибка в имени; неправильная фамилия в сертификате; исправьте имя на сертификате; опечатка в сертификате; поменять фамилию на сертификате
        password-reset: забыл пароль; как сбросить пароль; восстановить пароль; сменить пароль; не помню пароль от кабинета; новый пароль; забыла пароль
        login-failed: не могу войти в личный кабинет; не получается войти; не пускает в кабинет; не могу войти; не заходит в аккаунт; не могу зайти на платформу
        payment-methods: как оплатить; как оплатить курс; чем можно оплатить; какие способы оплаты; как заплатить за курс; можно оплатить картой
        invoice-company: счёт для юрлица; нужен счёт для компании; договор с юридическим лицом; оплата от юрлица; оплатить для юрлица; выставьте счёт на организацию; как оплатить юрлицу
        double-charge: деньги списались дважды; два раза списали деньги; списали деньги два раза; двойное списание; оплата прошла два раза
        refund-terms: какие условия возврата; можно ли вернуть деньги за курс; сколько дней на возврат; условия возврата денег
        refund-request: хочу вернуть деньги; оформите возврат; верните деньги за курс; верните деньги; хочу оформить возврат; сделайте возврат
        course-exchange: хочу поменять курс; заменить курс на другой; можно поменять курс; перейти на другой курс
        access-period: сколько действует доступ к курсу; до какого числа доступ; когда закончится доступ; срок доступа; сколько у меня доступ
        login-email-change: сменить почту для входа; поменять почту; хочу поменять почту для входа; как поменять почту; смените почту
        webinar-link: где ссылка на вебинар; пришлите ссылку на вебинар; как зайти на вебинар; вебинар ссылка
        webinar-recording: где запись вебинара; будет ли запись вебинара; пропустил вебинар где запись; вебинар запись
        deadlines: какие сроки сдачи; когда дедлайн; до какого числа сдать работу; срок сдачи домашки; до какого числа сдать домашку
        homework-format: какой формат файла; требования к формату работы; образец работы; образец есть
        site-error: ошибка на странице; страница выдаёт ошибку; ошибка 500; сайт пишет ошибку; вылезает ошибка на сайте
        mobile-app: есть ли приложение на телефон; приложение для андроид; мобильное приложение; где скачать приложение
        parent-consent: как дать согласие за ребёнка; согласие родителя; доступ для ребёнка; я родитель хочу дать согласие
        class-enrolment: записать класс; добавить весь класс; как записать группу учеников; зарегистрировать класс
        complaint: хочу пожаловаться; жалоба на качество; ужасный сервис; подать жалобу
        greeting: здравствуйте; привет; добрый день; у меня вопрос; здравствуйте у меня вопрос; есть вопрос
        thanks: спасибо; спасибо большое; благодарю; спс
        goodbye: до свидания; пока; всего доброго
        bot-identity: ты кто; ты бот; вы робот
        praise: вы молодцы; классный бот
        "yes": да; да помогло; помогло; всё получилось; ага
        "no": нет; не помогло; нет не помогло; неа
        """);

    private static FrozenDictionary<string, ImmutableArray<string>> Replies() => Groups("""
        greeting: Здравствуйте! Задайте вопрос своими словами.
        distress: Не оставайтесь с этим наедине: позвоните 112. Зову человека.
        """);

    private static FrozenDictionary<string, ImmutableArray<string>> Groups(string text) => text
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": ", 2))
        .ToFrozenDictionary(parts => parts[0].Trim('"'), parts => parts[1].Split("; ").ToImmutableArray());
}
