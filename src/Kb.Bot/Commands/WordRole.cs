namespace Kb.Bot.Commands;

/// <summary>What part a word plays in a command. A word that no table knows is <see cref="Other"/>: it belongs to a question, not to a command.</summary>
public enum WordRole
{
    /// <summary>Not a word of commands.</summary>
    Other,

    /// <summary>Not a word of commands either, but so common that its misspellings are taken for its own before they are taken for a rarer word's.</summary>
    Common,

    /// <summary>Tells about calling instead of asking for it: «соединили», «подключил».</summary>
    Told,

    /// <summary>Politeness, prepositions and the like, which change nothing: «пожалуйста», «мне», «срочно».</summary>
    Filler,

    /// <summary>Who speaks or is spoken to: «вы», «я», «это».</summary>
    Subject,

    /// <summary>An order to call somebody: «позовите», «соедините».</summary>
    Call,

    /// <summary>The same as an infinitive or a noun, which may also be told about: «поговорить», «связь».</summary>
    Contact,

    /// <summary>Handing something over: «передать», «передайте».</summary>
    Give,

    /// <summary>A wish: «нужен», «хочу», «дайте», «можно», «есть», «где».</summary>
    Want,

    /// <summary>A wish that somebody do something: «пусть»; nothing without a word of <see cref="Comes"/>.</summary>
    Let,

    /// <summary>What a person who is let would do: «позвонит»; alone it tells or wonders.</summary>
    Comes,

    /// <summary>A wish or a question, as the rest of the message shows: «есть».</summary>
    There,

    /// <summary>Begins what somebody is like: «который».</summary>
    Which,

    /// <summary>A person at the desk: «оператор», «менеджер», «человек».</summary>
    Person,

    /// <summary>The same in the dative, which alone may also be an address: «спасибо оператору».</summary>
    PersonTo,

    /// <summary>The team rather than one of it; after a greeting it is only addressed: «поддержка».</summary>
    Desk,

    /// <summary>A human being rather than a machine, or one who decides: «живой», «реальный», «старший».</summary>
    Live,

    /// <summary>Anybody, but somebody: the «нибудь» of «позовите кого-нибудь».</summary>
    Someone,

    /// <summary>Asks or points at whom: «кто», «кому»; says nothing by itself.</summary>
    Who,

    /// <summary>«Здравствуйте», «добрый день».</summary>
    Greeting,

    /// <summary>The bot itself: «бот», «робот».</summary>
    Bot,

    /// <summary>What is fed up with the bot: «надоел», «хватит».</summary>
    Weary,

    /// <summary>Negation: «не», «без».</summary>
    Not,

    /// <summary>After «не» it complains of failure, and is no refusal: «не могу», «не получается».</summary>
    Able,

    /// <summary>What is handed over: «вопрос», «чат», «меня».</summary>
    Object,

    /// <summary>Thanks: «спасибо».</summary>
    Thanks,

    /// <summary>Before the word for a person it makes it a trade: «курс», «стать», «вакансия».</summary>
    JobHead,

    /// <summary>After the word for a person it makes it a trade or another company: «связи», «ЭВМ», «продажам».</summary>
    JobTail,

    /// <summary>Makes the whole message about something else: «if», «логический».</summary>
    Foreign,

    /// <summary>Begins the reason: what follows is another clause («потому», «чтобы», «помогите»).</summary>
    Reason,

    /// <summary>Joins two clauses: «и», «а», «но».</summary>
    Joint,

    /// <summary>The same, setting two things against each other: «человек или робот».</summary>
    Or,
}
