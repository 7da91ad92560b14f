using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Understanding;
using Kb.Content;
using Kb.Content.Register;
using Kb.Search.Analysis;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>Understands a choice that is typed instead of pressed: «первое», «2», «третий вопрос», the words of a button or of what is behind it. Immutable, thread-safe.</summary>
internal sealed class ChoiceWords
{
    /// <summary>More words ask something of their own.</summary>
    private const int MostWords = 4;

    private static readonly string[][] Ordinals =
    [
        ["1", "первое", "первый", "первая", "первую", "первые", "один", "раз"],
        ["2", "второе", "второй", "вторая", "вторую", "вторые", "два"],
        ["3", "третье", "третий", "третья", "третью", "третьи", "три"],
        ["4", "четвертое", "четвертый", "четвертая", "четвертую", "четыре"],
    ];

    private static readonly FrozenSet<string> Fillers = "да вот вариант номер пункт вопрос ну это то скорее наверное я про о об мне меня нужен нужна нужно и пожалуйста кнопка кнопку давайте давай выбираю тот та".Split(' ').ToFrozenSet();

    private readonly Analyzer _stems;
    private readonly FrozenDictionary<string, string> _sameWords;

    /// <summary>What the articles behind a button are called and tagged with.</summary>
    private readonly FrozenDictionary<KindId, FrozenSet<string>> _behind;

    private ChoiceWords(KnowledgeBase knowledge)
    {
        _stems = RussianAnalyzer.Create(knowledge.StopWords);
        _sameWords = SameWords.Of(knowledge, _stems);
        _behind = knowledge.Articles.Values
            .GroupBy(article => article.Kind)
            .ToFrozenDictionary(kind => kind.Key, kind => kind.SelectMany(article => article.Tags.Append(article.Title)).SelectMany(Stems).ToFrozenSet());
    }

    /// <summary>Collects the words of the base.</summary>
    public static ChoiceWords Of(KnowledgeBase knowledge) => new(knowledge);

    /// <summary>The kind that was chosen; null when the message is no choice.</summary>
    public RequestKind? Read(Utterance utterance, ImmutableArray<RequestKind> choices)
    {
        var words = Commands.Clause.Words(utterance.Folded).Where(word => word.Length > 0 && !Fillers.Contains(word)).ToList();
        if (words is [var only])
        {
            if (only is "последнее" or "последний" or "последняя" or "последнюю")
            {
                return choices.LastOrDefault();
            }

            if (Array.FindIndex(Ordinals, names => names.Contains(only)) is >= 0 and var place && place < choices.Length)
            {
                return choices[place];
            }
        }

        if (words is ["а" or "но" or "если", ..] || Declining.Denies(utterance.Text))
        {
            return null; // «А если картой?» goes on asking, though one of the labels holds its word; «нет, не возврат» chooses none.
        }

        var said = Stems(string.Join(' ', words)).ToHashSet();
        if (said.Count == 0 || words.Count > MostWords)
        {
            return Only(choices.Where(kind => said.Count > 0 && said.IsSubsetOf(Stems(kind.Name))));
        }

        // What a button says comes before what is behind it: «запись» is no link, though both articles speak of webinars.
        return Only(choices.Where(kind => said.IsSubsetOf(Stems(kind.Name))))
            ?? Only(choices.Where(kind => said.IsSubsetOf(_behind.GetValueOrDefault(kind.Id, FrozenSet<string>.Empty).Union(Stems(kind.Name)))));
    }

    /// <summary>Whether it names a place in a list and nothing else: «второе».</summary>
    public static bool IsPlace(Utterance utterance) =>
        Commands.Clause.Words(utterance.Folded).Where(word => word.Length > 0 && !Fillers.Contains(word)).ToList() is [{ Length: > 4 } only] && Ordinals.Any(names => names.Contains(only));

    private static RequestKind? Only(IEnumerable<RequestKind> named) => named.Take(2).ToList() is [var chosen] ? chosen : null;

    private IEnumerable<string> Stems(string text) => _stems.Analyze(text).Select(token => _sameWords.GetValueOrDefault(token.Term, token.Term));
}
