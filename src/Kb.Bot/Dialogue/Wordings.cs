using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kb.Bot.Dialogue;

/// <summary>
/// What the bot says when the base brings no words of its own. The base overrides any entry by replies under the same id; several are
/// alternatives that take turns. «Вы» in lower case, no apology formula, no gender.
/// </summary>
internal static class Wordings
{
    public const string Clarify = "bot-clarify";
    public const string RefuseNoWords = "bot-no-words";
    public const string Refuse = "bot-refuse";
    public const string RefuseForeign = "bot-refuse-foreign";
    public const string RefuseDeclined = "bot-refuse-declined";
    public const string RefuseOutburst = "bot-refuse-outburst";
    public const string RefuseAlone = "bot-refuse-alone";
    public const string RefuseAgain = "bot-refuse-again";
    public const string RefuseNoArticle = "bot-no-article";
    public const string Helped = "bot-helped";
    public const string NotHelped = "bot-not-helped";
    public const string Troubles = "bot-troubles";
    public const string TroublesEnd = "bot-troubles-end";
    public const string Listening = "bot-listening";
    public const string Asked = "bot-asked";
    public const string AskedBeside = "bot-asked-beside";
    public const string FieldOwnCourse = "bot-field-own-course";
    public const string Verdict = "bot-verdict";
    public const string SameAnswer = "bot-same-answer";
    public const string SameAnswerCases = "bot-same-answer-cases";
    public const string Declined = "bot-declined";
    public const string HandoffKind = "bot-handoff-kind";
    public const string HandoffNotHelped = "bot-handoff-not-helped";
    public const string HandoffTicket = "bot-handoff-ticket";
    public const string HandoffJoins = "bot-handoff-joins";
    public const string Summary = "bot-summary";
    public const string SummaryUnknown = "bot-summary-unknown";
    public const string FormPreface = "bot-form-preface";
    public const string FieldSkipped = "bot-field-skipped";
    public const string FieldGivenUp = "bot-field-given-up";
    public const string FieldFirst = "bot-field-first";
    public const string FieldBack = "bot-field-back";
    public const string FormRestarted = "bot-form-restarted";
    public const string FormCancelled = "bot-form-cancelled";
    public const string FormResumed = "bot-form-resumed";
    public const string FormAside = "bot-form-aside";
    public const string FormLater = "bot-form-later";
    public const string FormEnough = "bot-form-enough";
    public const string ContactNoted = "bot-contact-noted";
    public const string AlsoAsked = "bot-also-asked";
    public const string AlsoTold = "bot-also-told";
    public const string ConsentDenied = "bot-consent-denied";
    public const string CardHidden = "bot-card-hidden";
    public const string AlreadyOpen = "bot-already-open";
    public const string Waiting = "bot-waiting";
    public const string Unanswered = "bot-unanswered";
    public const string ListedInForm = "bot-listed-in-form";
    public const string SameArticle = "bot-same-article";
    public const string NotInArticle = "bot-not-in-article";
    public const string Explained = "bot-explained";
    public const string NotExactly = "bot-not-exactly";
    public const string Noted = "bot-noted";
    public const string OnlyContact = "bot-only-contact";
    public const string Back = "bot-back";
    public const string Cancelled = "bot-cancelled";
    public const string AnyTalk = "bot-talk";

    public static FrozenDictionary<string, ImmutableArray<string>> Built { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        [Clarify] = ["Уточните, пожалуйста, что из этого ближе к вашему вопросу?", "Вопрос об этом? Выберите, что ближе:"],
        [RefuseNoWords] = ["В сообщении нет слов. Напишите вопрос словами или позовите оператора."],
        [Refuse] =
        [
            "На этот вопрос у меня нет проверенного ответа. Можно спросить другими словами или позвать оператора.",
            "В базе знаний такого ответа нет. Оператор разберётся: позвать?",
            "Этого я не знаю, а выдумывать не буду. Передать вопрос оператору?",
        ],
        [RefuseForeign] =
        [
            "Это вопрос не о нашей платформе: ответа на него в базе знаний нет. Если он всё-таки о ней, напишите, что делаете у нас, или позовите оператора.",
            "Похоже, вопрос о другом сервисе, а я знаю только о нашей платформе. Опишите, что не получается у нас, или позовите оператора.",
        ],
        [RefuseDeclined] = ["Понятно, это не нужно. Напишите, что нужно, или позовите оператора."],
        [RefuseOutburst] =
        [
            "Это правда неприятно. Давайте разберёмся: напишите одной фразой, что случилось, — или сразу позову оператора, он увидит весь разговор.",
            "Давайте я позову человека: он прочитает весь разговор и разберётся. Или напишите, что именно не работает.",
        ],
        [RefuseAlone] = ["Хорошо, без оператора. Тогда опишите вопрос другими словами: что делаете и что видите на экране."],
        [RefuseAgain] = ["Снова не нахожу ответа. Быстрее будет с оператором: нажмите кнопку, и он прочитает весь разговор.", "И здесь нужен человек. Нажмите «Передать оператору»: повторять вопрос не придётся."],
        [RefuseNoArticle] = ["Вопрос понятен: «{0}». Готового ответа в базе пока нет, зато ответит оператор. Передать ему?"],
        [Helped] = ["Отлично! Если появится ещё вопрос, пишите.", "Хорошо, что получилось. Буду на связи."],
        [NotHelped] = ["Жаль, что ответ не подошёл. Передать вопрос оператору? Или опишите подробнее, что происходит."],
        [Troubles] = ["Тогда проверьте, нет ли здесь вашего случая:"],
        [TroublesEnd] = ["Не подошло — нажмите «Передать оператору», он увидит весь разговор."],
        [Listening] = ["Я здесь. Напишите, что происходит, или позовите оператора."],
        [Asked] = ["Слушаю. Напишите вопрос, и я поищу ответ в базе знаний."],
        [AskedBeside] = ["Слушаю. Обращение остаётся у специалистов, а на новый вопрос поищу ответ в базе знаний."],
        [Verdict] = ["Получилось?"],
        [SameAnswer] = ["На этот вопрос ответ тот же. Если он не подходит, позовите оператора: он увидит весь разговор."],
        [SameAnswerCases] = ["Общий ответ выше. Если по нему не вышло, проверьте, нет ли здесь вашего случая:"],
        [Declined] = ["Хорошо. Если понадобится помощь, пишите."],
        ["operator"] = ["Зову оператора. Он увидит весь разговор, повторять вопрос не нужно."],
        [HandoffKind] = ["Этим занимается специалист, передаю ему ваш вопрос."],
        [HandoffNotHelped] = ["Передаю вопрос оператору: он увидит, что уже пробовали."],
        [HandoffTicket] = ["Обращение создано, передаю его оператору."],
        [HandoffJoins] = ["Передаю вопрос оператору."],
        [Summary] = ["Передаю специалисту: «{0}»."],
        [SummaryUnknown] = ["Передаю:"],
        [FormPreface] = ["Чтобы специалисту не пришлось переспрашивать — {0}."],
        [FieldOwnCourse] = ["Среди ваших курсов такого не вижу. Выберите свой или напишите название ещё раз."],
        [FieldSkipped] = ["Хорошо, пропустим.", "Ничего страшного, обойдёмся без этого."],
        [FieldGivenUp] = ["Оставим это специалисту: он уточнит, если понадобится."],
        [FieldFirst] = ["Это был первый вопрос."],
        [FieldBack] = ["Вернёмся к предыдущему вопросу."],
        [FormRestarted] = ["Начнём сначала."],
        [FormCancelled] = ["Хорошо, обращение не оформляю. Если понадобится, напишите снова."],
        [FormResumed] = ["Вернёмся к обращению.", "Теперь дальше по обращению."],
        [FormAside] = ["Обращение «{0}» пока отложено, вернуться к нему можно кнопкой."],
        [FormLater] = ["Хорошо, отложим. Что вы уже написали, сохранится: когда будете готовы, нажмите кнопку."],
        [FormEnough] = ["Хорошо, больше ничего не спрашиваю: остальное специалист уточнит сам."],
        [ContactNoted] = ["Адрес записан."],
        [AlsoAsked] = ["На это ответит специалист: передам ему и этот вопрос."],
        [AlsoTold] = ["Это тоже передам специалисту."],
        [ConsentDenied] = ["Хорошо, не передаю. Тогда напишите другими словами, что нужно: что делаете и что видите."],
        [CardHidden] = ["Номер карты специалисту не передаю: он не нужен, и присылать его никому не стоит."],
        [AlreadyOpen] = ["По этому вопросу уже открыто обращение № {0}. Новое не нужно: ответ придёт туда. Если вопрос другой, опишите его или позовите оператора."],
        [Waiting] = ["Ещё вы спросили:"],
        [Unanswered] = ["Про {0} ответа не нашлось: спросите об этом другими словами или позовите оператора."],
        [ListedInForm] = ["Остальное из сообщения специалист тоже увидит: {0}."],
        [SameArticle] = ["Про это там же:"],
        [NotInArticle] = ["В статье «{0}» про это не сказано, а выдумывать не буду. Передать вопрос оператору?"],
        [NotExactly] = ["Точного ответа на это у меня нет. Всё, что знаю, — в статье «{0}». Если и там не нашлось, позову оператора: он увидит весь разговор."],
        [Explained] = ["Подробнее об этом — в статье «{0}». Если и там непонятно, позову оператора: он увидит весь разговор."],
        [Noted] = ["Вижу. Если по ответу выше не получилось, позову оператора: он прочитает и это, повторять не придётся."],
        [OnlyContact] = ["Адрес вижу. Напишите, что случилось: без вопроса он мне не поможет."],
        [Back] = ["Напишите вопрос другими словами или выберите, что ближе:"],
        [Cancelled] = ["Хорошо, ничего не делаю. Если понадобится помощь, пишите."],
        ["restart"] = ["Начнём сначала. Что случилось?"],
        ["other"] = ["Тогда напишите вопрос другими словами: что делаете и что видите. Или позовите оператора."],
        ["ticket-status"] = ["Вот ваши обращения и их статусы."],
        ["new-ticket"] = ["Опишите вопрос одним сообщением: что делаете, что видите и чего ждали."],
        ["greeting"] = ["Здравствуйте! Напишите, что случилось, и я поищу ответ в базе знаний."],
        [TalkIds.Opening] = ["Здравствуйте! Слушаю вас. Напишите в двух словах, что случилось или что хотите узнать.", "Да, слушаю. Напишите сам вопрос, можно в двух словах."],
        [TalkIds.Broken] = ["Давайте разберёмся. Что именно не работает? Напишите в двух словах или выберите, что ближе:"],
        [TalkIds.Pasted] = ["Вижу код или текст ошибки. Напишите одной фразой, что делали и что нужно, или выберите, что ближе:"],
        [TalkIds.Distress] =
        [
            "Мне очень жаль, что вам сейчас так тяжело. Не оставайтесь с этим наедине: расскажите тому, кому доверяете, или позвоните психологу. Если опасность рядом, звоните 112.\n\nЯ программа, поэтому зову человека: он прочитает всё, что вы написали. Если ответ придёт не сразу, не ждите его — звоните.",
        ],
        [TalkIds.Thanks] = ["Пожалуйста! Если появится ещё вопрос, пишите."],
        [TalkIds.Goodbye] = ["До свидания! Пишите, если понадобится помощь."],
        ["bot-identity"] = ["Я программа: ищу ответы в базе знаний школы. Если нужен человек, напишите «оператор»."],
        [TalkIds.Praise] = ["Приятно слышать! Если появится вопрос, пишите."],
        ["yes"] = ["Хорошо. Если появится ещё вопрос, пишите."],
        ["no"] = ["Понятно. Опишите подробнее, что происходит, или позовите оператора."],
        [AnyTalk] = ["Напишите вопрос своими словами, и я поищу ответ."],
    }.ToFrozenDictionary();
}
