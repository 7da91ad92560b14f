using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kb.Bot.Answers;
using Kb.Bot.Commands;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>What a follow-up wants to know of the thing that was answered last.</summary>
internal enum FollowUpAspect
{
    /// <summary>Whatever its words name: «а на английском?»</summary>
    Words,

    /// <summary>How long or by when: «а сколько ждать?»</summary>
    Time,

    /// <summary>What it costs: «это платно?»</summary>
    Price,

    /// <summary>How it is done, step by step: «а где его взять?», «не понял».</summary>
    Steps,
}

/// <summary>A message that may go on from the question before it.</summary>
/// <param name="Detail">Its words without those that join it.</param>
/// <param name="Aspect">What it asks for.</param>
/// <param name="Leans">Whether it means nothing, or something else, without what was said before: «а если картой?», «а сколько ждать?»</param>
/// <param name="Asks">Whether it asks, and does not merely add a detail.</param>
internal sealed partial record FollowUpQuestion(string Detail, FollowUpAspect Aspect, bool Leans, bool Asks = true)
{
    /// <summary>Whether it was understood without what was said before, too.</summary>
    public bool IsSure { get; init; }

    /// <summary>Whether it asks for the same once more.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Whether it says what the question before was about: «я про курс дизайна».</summary>
    public bool Refines { get; init; }

    /// <summary>Whether it is no sentence: «с телефона», «на почту».</summary>
    public bool IsFragment { get; init; }

    /// <summary>The nouns and verbs by which it asks for a property of the thing that was answered, and names no thing itself: «какой формат файла»; else empty.</summary>
    public string Property { get; init; } = "";

    /// <summary>A longer message without «а» at its beginning stands for itself.</summary>
    private const int ShortMessage = 3;

    /// <summary>A longer one does so with it, too.</summary>
    private const int LongestFollowUp = 9;

    private static readonly FrozenSet<string> QuestionWords = Set("сколько скока скок скоко как где куда когда какой какая какое какие кто что чем почему зачем можно нельзя ли нужно надо");

    private static readonly FrozenSet<string> Joints = Set("а и но ну да еще тогда там");

    /// <summary>Anywhere in a short message they make it one more case of what was asked: «за прошлый год тоже можно?»</summary>
    private static readonly FrozenSet<string> Likewise = Set("тоже также");

    /// <summary>After «а» these add a case to what was asked: «а если картой?», «а для ребёнка?» «А как …» begins anew.</summary>
    private static readonly FrozenSet<string> Cases = Set("если когда для у с со без на во в из через до после можно");

    private static readonly FrozenSet<string> Prepositions = Set("с со на в во у через без для из от по до после");

    /// <summary>Say nothing about what the thing is.</summary>
    private static readonly FrozenSet<string> Empty = Set("""
        а и но ну да еще тогда же ли бы то так вот уже мне нам меня нас я мы вы это этого этот эта этому этим эти его ее их он она оно они там туда
        такой такого такая такую такое нет нету у вас тоже также можете все всё вообще примерно обычно потом надо нужно будет будут можно за по в во на до с как какой какая какие именно пожалуйста скажите подскажите а-то чем
        """);

    private static readonly FrozenSet<string> Time = Set("""
        ждать жду ждем подождать времени время долго дней дня часов часа час день минут мин минуты сутки суток неделю срок сроки сроку займет занимает длится
        когда сколько скока скок скоко придет придут появится готов готово готова быстро скоро
        """);

    private static readonly FrozenSet<string> Duration = Set("ждать жду ждем подождать времени долго дней часов срок сроки длится когда быстро скоро");

    private static readonly FrozenSet<string> Price = Set("сколько скока скок скоко стоит стоят стоимость цена цену платно бесплатно доплачивать доплата доплатить платить заплатить деньги денег");

    private static readonly FrozenSet<string> Cost = Set("стоит стоят стоимость цена цену платно бесплатно доплачивать доплата доплатить платить заплатить");

    private static readonly FrozenSet<string> Doing = Set("""
        где куда что взять найти получить сделать делать посмотреть увидеть скачать оформить подать отправить заполнить искать нажать нажимать дальше
        подробнее подробно поподробнее детальнее пошагово шагам не понял поняла понимаю понятно непонятно неясно объясните объясни поясните поясни распишите расскажите разжуйте
        проще попроще понятнее вас тебя вам ответ ответа ваш вашего объяснение простыми словами человечески русски инструкция инструкцию ничего совсем толком
        это этот эта раздел кнопка кнопку кнопки меню страница страницу вкладка вкладку ссылка находится находятся нажимать заходить зайти идти смотреть
        """);

    private static readonly FrozenSet<string> Way = Set("""
        взять найти получить сделать делать посмотреть увидеть скачать оформить подать отправить заполнить искать нажать нажимать дальше
        подробнее подробно поподробнее детальнее пошагово шагам непонятно неясно объясните объясни поясните поясни распишите разжуйте
        проще попроще понятнее человечески русски инструкция инструкцию находится находятся нажимать
        """);

    /// <summary>With one of these, an explanation is asked for.</summary>
    private static readonly FrozenSet<string> Telling = Set("""
        подробнее подробно поподробнее детальнее пошагово шагам непонятно неясно объясните объясни поясните поясни распишите разжуйте проще попроще понятнее человечески русски инструкция инструкцию
        """);

    private static readonly FrozenSet<string> Places = Set("где куда");

    /// <summary>«И как?», «а как это сделать».</summary>
    /// <summary>
    /// Everything has them: whoever asks for a format or an address and says not of what, asks of what was talked of. A classifier takes them for the one kind that
    /// is named after them: «какой формат файла» for the format of homework, wherever a file is spoken of.
    /// </summary>
    private static readonly FrozenSet<string> Properties = Set("""
        формат формата формате форматы формату файл файла файлы файле файлов размер размера размеры вид вида виде тип типа объем объема образец образца образцы шаблон шаблона шаблоны пример примера примеры
        бланк бланка бланки форма форму формы формы заявление срок срока сроки адрес адреса адресу номер номера дата дату даты год года день лимит лимита
        язык языка языке цвет таблица таблицы таблицу список списка списке столбцы строки подпись подписи печать печати копия копии скан скана оригинал оригинала оригиналы фото
        документ документа документы документов бумаги бумага причина причину способ версия версии название сумма суммы
        хранится хранятся хранить действует действуют действителен действительна выглядит называется
        """);

    /// <summary>What is done with a property, and whose it is: of these alone nothing is asked for.</summary>
    private static readonly FrozenSet<string> AboutProperties = Set("""
        есть имеется бывает нужен нужна нужны требуется требуются подойдет подходит принимается принимаются взять скачать посмотреть указать указывать указан указана поменять изменить приложить прикладывать
        каком каким какого каких чья чей чьи максимум минимум количество предел другой другую другое другие другого свой свою любой любая такой новый новую точный школы школу ребенка ученика сына дочери родителя родителей мамы мужа жены компании
        """);

    private static readonly FrozenSet<string> Manner = Set("а и ну так как это сделать мне же");

    private static readonly FrozenSet<string> Understood = Set("понял поняла понимаю понятно");

    /// <summary>What it asks about, without the words that only make it a question.</summary>
    public string Subject => string.Join(' ', Detail.Split(' ').Where(word => !QuestionWords.Contains(word) && !Empty.Contains(word)));

    /// <summary>Whether it asks for the same once more, and better: «не понял», «объясни проще», «и где это?», «?»</summary>
    public static bool AsksAgain(Utterance utterance) =>
        utterance.Folded.Length > 0 && utterance.Folded.All(sign => sign == '?') || AsksAgain(WordsOf(utterance));

    /// <summary>The follow-up that a message may be; null when it can only stand for itself.</summary>
    public static FollowUpQuestion? Of(ReadMessage message)
    {
        if (AsksAgain(message.Utterance))
        {
            return new FollowUpQuestion("", FollowUpAspect.Steps, Leans: true) { IsAgain = true };
        }

        var words = WordsOf(message.Utterance);
        var refined = Refinement().Match(message.Utterance.Folded);
        var joined = refined.Success || (words.Count > 0 && Joints.Contains(words[0])) || words.Exists(Likewise.Contains);
        if (words.Count == 0 || words.Count > (joined ? LongestFollowUp : ShortMessage + 2))
        {
            return null;
        }

        var detail = refined.Success ? WordsOf(message.Utterance.Folded[refined.Length..]) : [.. words.SkipWhile(Joints.Contains)];
        var aspect = AspectOf(words);
        if (aspect != FollowUpAspect.Words)
        {
            return new FollowUpQuestion(string.Join(' ', detail), aspect, Leans: true);
        }

        // «Какой у вас адрес» asks of the school.
        if (!words.Contains("вас") && words.TrueForAll(word => Properties.Contains(word) || AboutProperties.Contains(word) || QuestionWords.Contains(word) || Empty.Contains(word) || Joints.Contains(word)) && words.Where(Properties.Contains).ToList() is [_, ..] properties)
        {
            return new FollowUpQuestion(string.Join(' ', detail), FollowUpAspect.Words, Leans: true) { Property = string.Join(' ', properties) };
        }

        var fragment = detail is [var preposition, _, ..] && detail.Count <= ShortMessage && Prepositions.Contains(preposition);
        return joined || words.Count <= ShortMessage
            ? new FollowUpQuestion(
                string.Join(' ', detail),
                FollowUpAspect.Words,
                Leans: fragment || refined.Success || words.Exists(Likewise.Contains) || words is ["там", ..] || (joined && detail is [var first, _, ..] && Cases.Contains(first)),
                Asks: (joined && !refined.Success && words is not ["там", ..]) || FormQuestions.Asks(message.Utterance))
            {
                IsFragment = fragment,
                Refines = refined.Success,
            }
            : null;
    }

    private static bool AsksAgain(List<string> words) =>
        words.Count <= LongestFollowUp && (IsOf(words, Doing, Telling) || IsOf(words, Doing, Places) || words.TrueForAll(Manner.Contains) && words.Contains("как")
            // «Понял» nods, «не понял» asks; «не понял, как сдать домашку» has its own subject.
            || (words.Contains("не") && IsOf(words, Doing, Understood)));

    private static List<string> WordsOf(Utterance utterance) => WordsOf(utterance.Folded);

    private static List<string> WordsOf(string folded) => [.. Clause.Words(folded).Where(word => word.Length > 0)];

    private static FollowUpAspect AspectOf(List<string> words) =>
        IsOf(words, Time, Duration) ? FollowUpAspect.Time
        : IsOf(words, Price, Cost) ? FollowUpAspect.Price
        : IsOf(words, Doing, Way) ? FollowUpAspect.Steps
        : FollowUpAspect.Words;

    /// <summary>Made of such words, numbers and empty ones alone, with one that decides.</summary>
    private static bool IsOf(List<string> words, FrozenSet<string> allowed, FrozenSet<string> deciding) =>
        words.Any(deciding.Contains) && words.All(word => allowed.Contains(word) || Empty.Contains(word) || word.All(char.IsDigit));

    /// <summary>Says what the question before was about.</summary>
    [GeneratedRegex(@"^(?:(?:нет|да|не|а|ну|то есть|в смысле)[ ,]+)*(?:(?:я|это|речь|вопрос)(?: идет| был)? (?:про|о|об|насчет|по) |(?:я )?име(?:ю|л|ла) в виду )(?=\w)")]
    private static partial Regex Refinement();

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
