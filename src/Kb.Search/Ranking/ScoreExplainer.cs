using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Index.Segments;
using Kb.Search.Index.Terms;

namespace Kb.Search.Ranking;

/// <summary>Says where the score of one document came from: reads its words once more and shares the points of every word of the query out to them.</summary>
internal sealed class ScoreExplainer(IndexState index, QueryPlan plan, Segment segment, SurfaceMarks marks)
{
    /// <summary>More words of the document for one word of the query, field and kind say nothing more.</summary>
    private const int MaxQuoted = 4;

    private readonly List<Found> _found = [];

    /// <summary>Notes every word of the document that says something.</summary>
    public void Read(int document)
    {
        Span<float> worth = stackalloc float[index.Options.Fields.Length];
        Bm25.OccurrenceWorth(index.Options.Fields, segment.Forward.Lengths(document), index.Means, worth);
        var words = segment.Forward.Read(document);
        while (words.Next())
        {
            for (var at = marks.First(words.Surface); at > 0; at = marks.All[at].Next)
            {
                var mark = marks.All[at];
                var slot = plan.SlotOf(mark.Term);
                if (slot < 0)
                {
                    continue; // Runs of letters are told of as one.
                }

                _found.Add(new Found(slot, words.Field, mark.Term >= plan.Terms, IsTold(mark, slot), KindOf(mark), words.Surface, mark.Likeness * words.Times * worth[words.Field]));
            }
        }
    }

    /// <summary>The tree.</summary>
    /// <param name="points">Points of every term.</param>
    /// <param name="extras">Points of no term.</param>
    public Explanation Explain(ImmutableArray<float> points, ScoreExtras extras)
    {
        var runs = points.Skip(plan.Slots.Length).Sum();
        var untold = Enumerable.Range(0, plan.Slots.Length).Where(slot => !_found.Exists(word => word.Term == slot && word.IsTold)).Sum(slot => points[slot]);
        return Explanation.Of(
            "оценка",
            plan.Slots.Select((slot, i) => ExplainSlot(slot, i, points[i])).Concat(
            [
                new("есть похожие сочетания букв", runs + untold, []),
                new("нашлось слов запроса: " + Count(_ => true), extras.Coverage, []),
                new("слов запроса в заголовке: " + Count(field => index.Options.Fields[field].IsTitle), extras.TitleCoverage, []),
                new("заголовок о том, что спросили", extras.TitleShare, []),
                new("слова рядом в заголовке", extras.Neighbours, []),
            ]));
    }

    private Explanation ExplainSlot(QuerySlot slot, int number, float points)
    {
        // The better of the two has given the points.
        var (sum, found) = _found.Where(word => word.Term == number && word.IsTold)
            .GroupBy(word => word.IsOther)
            .Select(words => (Sum: words.Sum(word => (double)word.Worth), Words: words.ToArray()))
            .OrderByDescending(words => words.Sum)
            .FirstOrDefault((0, []));
        return Explanation.Of(
            $"«{slot.Written}»",
            found.GroupBy(word => word.Field).Select(field => Explanation.Of(
                index.Options.Fields[field.Key].Place,
                field.GroupBy(word => word.Kind).Select(kind => new Explanation(
                    TextOf(kind.Key, kind), points * kind.Sum(word => (double)word.Worth) / sum, [])))));
    }

    private string Count(Func<int, bool> field)
    {
        var asked = plan.Slots.Select(slot => slot.Place).Distinct().Count();
        var has = _found.Where(word => field(word.Field)).Select(word => plan.Slots[word.Term].Place).Distinct().Count();
        return $"{has} из {asked}";
    }

    private string TextOf(MatchKind kind, IEnumerable<Found> words)
    {
        var name = kind switch
        {
            MatchKind.Exact => "точно так",
            MatchKind.Form => "форма слова",
            MatchKind.Other => "другое слово",
            _ => "близкое написание",
        };
        return kind == MatchKind.Exact
            ? name
            : $"{name}: {string.Join(", ", words.Select(word => $"„{segment.Vocabulary.Surfaces[word.Surface]}“").Distinct(StringComparer.Ordinal).Take(MaxQuoted))}";
    }

    private bool IsTold(SurfaceMark mark, int slot) =>
        mark.Term >= plan.Terms // By the thesaurus: told whatever it is worth here.
        || ToldWords.IsTold(
            plan.Slots[slot],
            mark.Likeness,
            segment.Vocabulary.Surfaces[mark.Surface],
            segment.Vocabulary.StemOf(mark.Surface) is >= 0 and var stem ? segment.Vocabulary.Stems[stem] : []);

    private MatchKind KindOf(SurfaceMark mark)
    {
        var slot = plan.Slots[plan.SlotOf(mark.Term)];
        return mark.Likeness == LikeWord.Same ? MatchKind.Exact
            : segment.Vocabulary.StemOf(mark.Surface) is >= 0 and var stem && segment.Vocabulary.Stems[stem].SequenceEqual(slot.Stem) ? MatchKind.Form
            : segment.Vocabulary.Surfaces[mark.Surface].CommonPrefixLength(slot.Surface) >= BeginningTable.Letters ? MatchKind.Related
            : MatchKind.Other;
    }

    private readonly record struct Found(int Term, int Field, bool IsOther, bool IsTold, MatchKind Kind, int Surface, float Worth);

    private enum MatchKind
    {
        Exact,
        Form,
        Related,
        Other,
    }
}
