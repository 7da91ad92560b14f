using System.Buffers;
using Kb.Search.Index;
using Kb.Search.Index.Segments;
using Kb.Search.Query;
using Kb.Search.Ranking;

namespace Kb.Search.Passages;

/// <summary>
/// The best passage of a hit, over the fields that passages are cut from. The field that could show most is read first, and no other once nothing better can
/// be found: what the forward index knows spares most of the reading.
/// </summary>
internal sealed class PassageFinder(IndexState index, QueryPlan plan)
{
    /// <summary>A word that says less than this share of the one that says most («не») is not marked: nearly every text has it.</summary>
    private const float MarkedShare = 0.1f;

    private readonly float _leastWeight = plan.Weights.DefaultIfEmpty().Max() * MarkedShare;
    private Dictionary<int, PassageWord> _likes = [];
    private SearchValues<string> _beginnings = SearchValues.Create([], StringComparison.OrdinalIgnoreCase);
    private Segment? _segment;

    /// <summary>Goes over to the documents of a segment.</summary>
    public void Open(int segment)
    {
        _segment = index.Segments[segment].Segment;
        _likes = [];
        foreach (var like in plan.Likes[segment])
        {
            // Any form of a word shows as well as another that the document has it; which comes first in the text decides.
            var likeness = like.Likeness >= LikeWord.Parts(index.Options.Ranking.FormLikeness) ? LikeWord.Same : like.Likeness;
            var word = new PassageWord(like.Slot, plan.Weights[like.Slot] * likeness / LikeWord.Same);
            if (IsTold(like) && plan.Weights[like.Slot] >= _leastWeight && (!_likes.TryGetValue(like.Surface, out var known) || word.Worth > known.Worth))
            {
                _likes[like.Surface] = word;
            }
        }

        _beginnings = Beginnings.Of(_likes.Keys, _segment.Vocabulary.Surfaces);
    }

    /// <summary>The passage of a document of the opened segment, <see cref="Snippet.None"/> if it has no text to cut from.</summary>
    public Snippet Find(int document)
    {
        var words = PassageWords.Of(plan, _likes, _segment!, document, index.Options.Fields.Length);
        var best = (Passage: Snippet.None, Worth: -1f);
        foreach (var (text, worth) in TextsOf(_segment!.Documents[document], words).OrderByDescending(text => text.Worth))
        {
            if (best.Worth >= worth)
            {
                break;
            }

            var next = PassageBuilder.Build(text, index.Options.Words, new WantedWords(words.Words, _beginnings, worth), index.Options.SnippetLength);
            best = next.Worth > best.Worth ? next : best;
        }

        return best.Passage;
    }

    private bool IsTold(LikeWord like) => _segment!.Vocabulary is var vocabulary && ToldWords.IsTold(
        plan.Slots[like.Slot],
        like.Likeness,
        vocabulary.Surfaces[like.Surface],
        vocabulary.StemOf(like.Surface) is >= 0 and var stem ? vocabulary.Stems[stem] : []);

    private IEnumerable<(string Text, float Worth)> TextsOf(SearchDocument document, PassageWords words) =>
        from field in Enumerable.Range(0, index.Options.Fields.Length)
        where index.Options.Fields[field].Snippets
        from text in document.Fields
        where string.Equals(text.Field, index.Options.Fields[field].Name, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(text.Text)
        select (text.Text, words.WorthOfField[field]);
}
