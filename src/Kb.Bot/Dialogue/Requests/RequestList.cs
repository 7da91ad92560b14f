using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Understanding;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>
/// Cuts a message where it says itself that another request begins: «1) … 2) …», «Первый: … Второй: …», «…, и ещё вопрос: …», «Также …». Knows nothing of
/// what is asked: two things that were tried may be numbered too.
/// </summary>
/// <param name="Parts">What it is cut into, in order, without the words that number it; fewer than two where nothing is listed.</param>
/// <param name="HasPreamble">Whether the first part stands before the first number, and so need not be a request: «У меня два вопроса».</param>
internal sealed partial record RequestList(ImmutableArray<string> Parts, bool HasPreamble)
{
    /// <summary>Who lists more reads the answers one by one anyway.</summary>
    private const int Most = 6;

    /// <summary>A question of fewer words leans on what stands before it.</summary>
    private const int EnoughWords = 3;

    /// <summary>A part of more words names its thing itself.</summary>
    private const int FewWords = 6;

    /// <summary>Whether something is listed.</summary>
    public bool IsList => Parts.Length > 1;

    /// <summary>Reads a message, as written; line breaks count.</summary>
    public static RequestList Of(string text)
    {
        var numbers = Numbered(text);
        // «Видео не идёт. Второй вопрос: есть ли субтитры?»: what stands before a single number is the first request.
        return numbers.Count > 1 ? Cut(text, numbers, hasPreamble: true) : Cut(text, [.. numbers.Concat(Joints().Matches(text)).Where(mark => mark.Index > 0).OrderBy(mark => mark.Index)], hasPreamble: false);
    }

    /// <summary>
    /// Nothing but questions, each with a word that asks, joined by «и» or ended by a mark: «когда дадут сертификат и можно ли получить справку?» Nobody numbers
    /// two. «Если сын заболеет, можно приостановить обучение?» is one.
    /// </summary>
    /// <param name="text">The message.</param>
    /// <param name="segments">Of it.</param>
    public static RequestList OfQuestions(string text, ImmutableArray<Segment> segments)
    {
        var questions = segments.RemoveAll(segment => segment.Greets);
        return new RequestList(questions.All(IsQuestion) && questions.Skip(1).All(IsApart) ? [.. questions.Select(question => Joint().Replace(question.Text, ""))] : [], HasPreamble: false);

        bool IsApart(Segment question) => text.IndexOf(question.Text, StringComparison.Ordinal) is > 0 and var at && Apart().IsMatch(text[..at]);
    }

    /// <summary>«Прошу либо сменить куратора, либо перенести срок»: one of several, and what was told before.</summary>
    public static RequestList OfAlternatives(string text)
    {
        ImmutableArray<string> parts = [.. Either().Split(text).Select(Trimmed)];
        return parts.Length > 2 && parts.Skip(1).All(part => part.Any(char.IsLetter)) ? new RequestList([.. parts.Take(Most)], HasPreamble: true) : new RequestList([], HasPreamble: false);
    }

    private static bool IsQuestion(Segment segment) => segment.Words >= EnoughWords && !Condition().IsMatch(segment.Text) && !Pronouns().IsMatch(segment.Text)
        && (FormQuestions.Asks(Utterance.Read(segment.Text)) || (segment.Asks && segment.Text.Contains(" ли ", StringComparison.Ordinal)));

    private static RequestList Cut(string text, List<Match> marks, bool hasPreamble)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        foreach (var mark in marks.Where(mark => mark.Index >= start))
        {
            Add(text[start..mark.Index]);
            start = mark.Index + mark.Length;
        }

        Add(text[start..]);
        return new RequestList([.. parts.Take(Most)], hasPreamble && marks[0].Index > 0 && parts.Count > 0 && parts[0] == Trimmed(text[..marks[0].Index]));

        void Add(string piece)
        {
            var part = Trimmed(piece);
            if (parts.Count > 0 && Pronouns().IsMatch(part) && part.Count(character => character == ' ') < FewWords)
            {
                parts[^1] += $". {part}"; // «Можно ли его продлить» is about what stands before it.
            }
            else if (part.Any(char.IsLetter))
            {
                parts.Add(part);
            }
        }
    }

    private static string Trimmed(string piece) => piece.Trim(' ', '\n', '\r', '\t', ',', ';', '.', ':', '-', '–', '—');

    /// <summary>«1)», «2.», «а)», «во-вторых», «третий вопрос:», as far as they follow each other.</summary>
    private static List<Match> Numbered(string text)
    {
        var found = new List<Match>();
        foreach (Match mark in Numbers().Matches(text))
        {
            var number = mark.Groups["figure"] is { Success: true } figure ? figure.Value[0] - '0'
                : mark.Groups["letter"] is { Success: true } letter ? char.ToLowerInvariant(letter.Value[0]) - 'а' + 1
                : 0;
            // «Урок 3. Видео не идёт» numbers nothing; words number what they like: «последний вопрос».
            if (number == 0 || number == found.Count + 1)
            {
                found.Add(mark);
            }
        }

        return found is [{ Groups: var groups }] && (groups["figure"].Success || groups["letter"].Success) ? [] : found;
    }

    [GeneratedRegex(
        @"(?<![\w.,№])(?<figure>[1-9])(?:\)\s*|\.\s+)(?=[\p{L}«])|(?<!\w)(?<letter>[абвгд])\)\s*(?=[\p{L}«])" +
        @"|(?<=^|[.!?;:,\n(]\s*|\s[—–-]\s)(?:(?:и|а|ну|да)\s+)?(?:во-?\s?первых|во-?\s?вторых|в-?\s?третьих|в-?\s?четв[её]ртых)(?!\w)\s*[,:—–-]?\s*" +
        @"|(?<=^|[.!?;:,\n(]\s*|\s[—–-]\s)(?:(?:и|а|ну|да)\s+)?(?:(?:мой|наш)\s+)?(?:вопрос\s+)?(?:перв(?:ый|ое|ая)|втор(?:ой|ое|ая)|трет(?:ий|ье|ья)|четв[её]рт(?:ый|ое|ая)|последн(?:ий|ее|яя))" +
        @"(?:\s+(?:вопрос\w*|момент|проблема|просьба|дело|пункт))?(?:\s*[:—–-]\s*|\s*,\s+(?=что|как|где|когда|сколько|можно)|(?<=вопрос\w*|момент|проблема|просьба|дело|пункт)(?:\s*\.)?\s+(?=как|где|когда|сколько|можно|нужно|почему|куда|кто|какой|какая|какие|что))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    /// <summary>Where another request is announced; a bare «и» or a comma announces nothing, and «Ещё могу прийти?» asks whether it is not too late.</summary>
    [GeneratedRegex(
        @"(?:[,.!?;…\n]\s*|\s+)(?:(?:и|а|да|ну)\s+)?(?:ещ[её]|заодно|другой|следующий|наконец)\s+(?:(?:один|одна|такой|такая|есть|был|у меня|хотел\w*\s+(?:бы\s+)?(?:спросить|узнать))\s+)*(?:вопрос\w*|просьба|момент|проблема)\s*[:,.—–-]?\s*" +
        @"|(?:[,.!?;…\n]\s*|\s+)(?:и|а)\s+ещ[её]\s*[,:—–-]?\s+" +
        @"|(?<=[.!?…\n])\s*(?:и\s+|а\s+)?(?:ещ[её](?=\s*[,:]|\s+(?:нуж|хо[чт]|подскаж|скаж|как|где|когда|сколько|почему|куда|про[шс]|приш|интерес|у меня|не\s))|также|кстати|плюс|кроме того|кроме этого|помимо этого|заодно|наконец)(?!\w)\s*[,:—–-]?\s+" +
        @"|,\s*(?:и\s+|а\s+)?(?:также|плюс|заодно|кстати|кроме того)(?!\w)\s*,?\s+|\s+(?:а\s+также|плюс)\s+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Joints();

    [GeneratedRegex(@"(?<!\w)либо(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Either();

    /// <summary>What stands before a question that is not part of the sentence before it; «и» may be cut off already.</summary>
    [GeneratedRegex(@"(?:[.!?…\n]\s*|\s(?:и|а также|плюс)\s+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Apart();

    [GeneratedRegex(@"^(?:(?:и|а|ну|да)\s+)?(?:если|когда бы|извините|простите)(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(?:и|а|ну|да)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"^(?:\S+\s+){0,3}(?:его|е[её]|их|это|этого|этим|этому|н[её]м|ней|них|ним|неё|нее|ему|ей|им|он|она|оно|они|там|туда|оттуда)(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Pronouns();
}
