using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Phrases;
using Kb.Content.Register;

namespace Kb.Bot.Tests.Samples;

/// <summary>A base of nine kinds, small enough to be read whole: one kind for each way the bot can act.</summary>
internal static class SampleBase
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static KnowledgeBase Knowledge { get; } = new()
    {
        Register = Register(),
        Articles = Articles().ToFrozenDictionary(article => article.Id),
        Phrases = new PhraseBook(Intents(), NotOurs(), FrozenDictionary<string, ImmutableArray<string>>.Empty),
        StopWords = "и в на не как где мне я у за по что мой моя а с к из о это для вы мы ли".Split(' ').ToFrozenSet(),
        Fingerprint = new string('0', 64),
    };

    private static RequestRegister Register() => new(
        [
            new RequestType("all", "Все",
            [
                Kind("certificate-get", "Как получить сертификат", AnswerMode.Self),
                Kind("certificate-name", "Ошибка в имени на сертификате", AnswerMode.Operator, "email", "full_name"),
                Kind("password-reset", "Восстановить или сменить пароль", AnswerMode.Self),
                Kind("login-failed", "Не получается войти в личный кабинет", AnswerMode.Guided),
                Kind("refund-terms", "Условия возврата денег", AnswerMode.Self),
                Kind("refund-request", "Оформить возврат", AnswerMode.Operator, "email", "course", "reason"),
                Kind("webinar-link", "Где ссылка на вебинар", AnswerMode.Self),
                Kind("webinar-recording", "Запись вебинара", AnswerMode.Self),
                Kind("subtitles", "Субтитры и расшифровка урока", AnswerMode.Self),
            ]),
        ],
        [new TalkTurn("greeting", "Приветствие"), new TalkTurn("thanks", "Благодарность"), new TalkTurn("yes", "Да, помогло"), new TalkTurn("no", "Нет, не помогло")],
        [new BotCommand("operator", "Передать оператору", ["передать оператору"]), new BotCommand("ticket-status", "Статус", ["где мой ответ"]), new BotCommand("new-ticket", "Создать", ["создать заявку"])]);

    private static RequestKind Kind(string id, string name, AnswerMode answer, params string[] ask) =>
        new(new KindId(id), "all", name, 1, ServiceClass.Today, answer, [.. ask]);

    private static IEnumerable<Article> Articles() =>
    [
        Article("certificate-get", "Откройте «Документы» в личном кабинете и нажмите «Скачать» рядом с курсом."),
        Article("certificate-name", "Исправим имя бесплатно за 3 дня и пришлём новый сертификат."),
        Article("password-reset", "Нажмите «Забыли пароль?» на странице входа: ссылка придёт на почту."),
        Article("login-failed", "Проверьте раскладку и Caps Lock, затем войдите по ссылке из письма."),
        Article("refund-terms", "Деньги за курс можно вернуть в первые 14 дней.") with { ValidUntil = Today.AddDays(-1) },
        Article("webinar-link", "Ссылка на вебинар появляется на странице курса за час до начала."),
        Article("webinar-recording", "Запись появляется на странице курса на следующий день.") with
        {
            Audience = Audience.Students, Scope = new ArticleScope(["design-1"], [], []),
        },
    ];

    private static Article Article(string id, string brief) => new()
    {
        Id = new ArticleId(id),
        Title = id,
        Kind = new KindId(id),
        Audience = Audience.Public,
        Owner = "tests",
        VerifiedOn = Today,
        VerifyEveryDays = 90,
        Faces = new ArticleFaces(new Face(brief, 1), null, new Face(brief, 1), null, null),
        File = $"articles/{id}.md",
    };

    private static FrozenDictionary<string, ImmutableArray<string>> Intents() => Groups("""
        certificate-get: как скачать сертификат; где мой сертификат; как получить сертификат за курс; закончил курс а сертификата нет; где взять сертификат; когда выдадут сертификат; скачать серт
        certificate-name: в сертификате ошибка в имени; неправильная фамилия в сертификате; исправьте имя на сертификате; опечатка в сертификате; в сертификате не то отчество; поменять фамилию на сертификате
        password-reset: забыл пароль; как сбросить пароль; восстановить пароль; сменить пароль; не помню пароль от кабинета; новый пароль; как поменять пароль
        login-failed: не могу войти в личный кабинет; не получается войти; не пускает в кабинет; вход не работает; пишет неверный логин; не заходит в аккаунт; не могу залогиниться
        refund-terms: какие условия возврата; можно ли вернуть деньги за курс; сколько дней на возврат; возвращаете ли вы деньги; условия возврата денег; в какой срок можно вернуть деньги
        refund-request: хочу вернуть деньги; оформите возврат; верните деньги за курс; хочу оформить возврат; сделайте возврат; заявление на возврат денег; хочу отказаться от курса
        webinar-link: где ссылка на вебинар; пришлите ссылку на вебинар; как зайти на вебинар; не вижу ссылку на вебинар; как подключиться к вебинару; ссылка на трансляцию
        webinar-recording: где запись вебинара; будет ли запись вебинара; где посмотреть запись вебинара; пропустил вебинар где запись; запись трансляции; пересмотреть вебинар
        subtitles: есть ли субтитры; где субтитры к уроку; включить субтитры; расшифровка урока; текст урока; конспект видео
        operator: позовите оператора; свяжите меня голосом; хочу живую речь
        greeting: здравствуйте; привет; добрый день; доброе утро; добрый вечер; приветствую
        thanks: спасибо; спасибо большое; благодарю; спс; огромное спасибо
        "yes": да; да помогло; помогло; всё получилось; ага; да, получилось; заработало
        "no": нет; не помогло; нет не помогло; не получилось; не работает всё равно; неа
        """);

    private static FrozenDictionary<string, ImmutableArray<string>> NotOurs() => Groups("""
        far: какая завтра погода; рецепт борща; сколько стоит билет в Москву; кто выиграл матч; посоветуй фильм; как приготовить плов; почему небо голубое; курс доллара сегодня; купить машину; где поесть пиццу
        near: пароль от госуслуг; не могу войти во вконтакте; верните деньги за билет на поезд; сертификат на вакцинацию; запись к врачу; ссылка на игру
        noise: ывапролд; asdf; лорем ипсум долор; ааааа
        """);

    private static FrozenDictionary<string, ImmutableArray<string>> Groups(string text) => text
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": ", 2))
        .ToFrozenDictionary(parts => parts[0].Trim('"'), parts => parts[1].Split("; ").ToImmutableArray());
}
