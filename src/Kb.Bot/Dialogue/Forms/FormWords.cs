using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue.Forms;

/// <summary>What a student says to steer instead of answering.</summary>
internal enum FormMove
{
    /// <summary>None of these.</summary>
    None,

    /// <summary>«Не знаю», «пропустить».</summary>
    Skip,

    /// <summary>«Назад».</summary>
    Back,

    /// <summary>«Отмена».</summary>
    Cancel,

    /// <summary>«Сначала».</summary>
    Restart,

    /// <summary>«Другое»: none of the offered choices.</summary>
    Other,

    /// <summary>«Потом»: not now.</summary>
    Later,

    /// <summary>«Ау», «ну»: whether anybody is there.</summary>
    Nudge,
}

/// <summary>The words that steer. Only a message that holds nothing else is one: «отменить подписку» is a question.</summary>
internal static partial class FormWords
{
    /// <summary>So few words take a request back; more give a reason or ask for something else.</summary>
    private const int MostWords = 6;

    private static readonly FrozenDictionary<string, FormMove> Moves = new (FormMove Move, string Phrases)[]
    {
        (FormMove.Skip, """
            не знаю; незнаю; не помню; пропустить; пропусти; пропустите; пропускаю; пропуск; skip; без понятия; понятия не имею; не могу сказать; не скажу; нет такого; нету
            дальше; далее; не хочу говорить; не хочу отвечать; затрудняюсь ответить; не уверена; не уверен; хз; сам не знаю; сама не знаю; не указывать
            """),
        (FormMove.Back, "назад; вернись; вернуться; вернуться назад; шаг назад; обратно; back; предыдущий вопрос; ошиблась; ошибся; я ошибся; я ошиблась; исправить"),
        (FormMove.Cancel, """
            отмена; отменить; отмени; отмените; отменяй; cancel; передумал; передумала; не надо; ненадо; не нужно; стоп; хватит; прекрати; прекратите; забудь; забудьте; уже не надо; уже не нужно
            ничего не надо; не оформляйте; не надо ничего оформлять
            """),
        (FormMove.Restart, "сначала; начать сначала; начнем сначала; давай сначала; давайте сначала; заново; начать заново; с начала; давай заново; давайте заново; restart; /start; в начало; меню; главное меню"),
        (FormMove.Other, "другое; другой вопрос; ничего из этого; ничего из перечисленного; ничего из списка; ни то ни другое; ни тот ни другой; ни первое ни второе; ни одно из них; ни один; никакой; никакое; не то; не это; нет, другое; ни одно; ничего не подходит; другая тема; совсем другое; не об этом"),
        (FormMove.Later, "потом; позже; попозже; не сейчас; ладно потом; ладно, позже; давай потом; давайте потом; давайте позже; завтра напишу; потом напишу; позже напишу; сейчас не могу"),
        (FormMove.Nudge, "ну и; ну и что; и что; и; так; ау; алло; эй; хм; мм; вы тут; ты тут; вы здесь; ты здесь; ответьте; ответь; ответьте уже; жду; жду ответа"),
    }
        .SelectMany(entry => entry.Phrases.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(phrase => (Key: Bare(phrase), entry.Move)))
        .DistinctBy(entry => entry.Key)
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Move);

    /// <summary>The move that the whole message is.</summary>
    public static FormMove Read(Utterance utterance) => utterance.Folded.Trim(' ', '.', '!', '?', '…') is "ну" or [>= 'а' and <= 'я']
        ? FormMove.Nudge
        : Commands.Readings.Of(utterance).Select(reading => Moves.GetValueOrDefault(Bare(reading))).FirstOrDefault(move => move != FormMove.None);

    /// <summary>The move inside a form, where a few words more leave no doubt: «передумал, не надо возврат», «старую не помню».</summary>
    public static FormMove ReadInForm(Utterance utterance)
    {
        var move = Read(utterance);
        return move != FormMove.None || utterance.Text.EndsWith('?') || utterance.Folded.Count(character => character == ' ') >= MostWords ? move
            : TakesBack().IsMatch(utterance.Folded) ? FormMove.Cancel
            : Forgot().IsMatch(utterance.Folded) ? FormMove.Skip
            : FormMove.None;
    }

    private static string Bare(string folded) => string.Join(' ', folded
        .Split([' ', '.', '!', '?', ',', ')', '(', '…', '«', '»', '"'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word is not ("ну" or "пожалуйста" or "я" or "ой" or "а")));

    [GeneratedRegex(@"^(?:(?:ой|нет|ну|все|уже|я|мы)[ ,]+)*(?:передумал[аи]?|раздумал[аи]?)\b|^(?:(?:ой|нет|ну|все|уже|мне)[ ,]+)*не (?:надо|нужно|нужен|нужна|хочу)(?: (?:уже|мне|никакого|никакой|больше))* (?:возврат\w*|возвращать|заявк\w*|обращени\w*|справк\w*|счет\w*|оформля\w*)\b|^(?:(?:ой|нет|ну|все|уже|мне)[ ,]+)*не (?:надо|нужно) (?:(?:мне|уже|больше|никого|никому|ничего|никуда|его|её|ее|их) )*\w{3,}(?:ть|ти|чь)[ .!]*$")]
    private static partial Regex TakesBack();

    [GeneratedRegex(@"^(?:\S+ ){1,3}не (?:знаю|помню)[ .!]*$")]
    private static partial Regex Forgot();
}
