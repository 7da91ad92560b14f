using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Bot.Understanding;
using Kb.Content.Register;
using Kb.Search.Analysis;

namespace Kb.Bot.Dialogue.Requests;

/// <summary>Understands a choice that is typed instead of pressed: «первое», «2», the words of a button.</summary>
internal sealed class ChoiceWords(FrozenSet<string> stopWords)
{
    private static readonly string[][] Ordinals =
    [
        ["1", "первое", "первый", "первая", "первую", "первые", "один", "раз"],
        ["2", "второе", "второй", "вторая", "вторую", "вторые", "два"],
        ["3", "третье", "третий", "третья", "третью", "третьи", "три"],
        ["4", "четвертое", "четвертый", "четвертая", "четвертую", "четыре"],
    ];

    private static readonly FrozenSet<string> Fillers = "да вот вариант номер пункт ну это скорее наверное я про мне и пожалуйста кнопка".Split(' ').ToFrozenSet();

    private readonly Analyzer _stems = RussianAnalyzer.Create(stopWords);

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

        if (words is ["а" or "но" or "если", ..])
        {
            return null; // «А если картой?» goes on asking, though one of the labels holds its word.
        }

        var said = _stems.Analyze(utterance.Folded).Select(token => token.Term).ToHashSet();
        var named = said.Count == 0 ? [] : choices.Where(kind => said.IsSubsetOf(_stems.Analyze(kind.Name).Select(token => token.Term))).ToImmutableArray();
        return named is [var chosen] ? chosen : null;
    }
}
