using System.Collections.Immutable;
using System.Text;
using Kb.Search.Query;

namespace Kb.Search.Repair;

/// <summary>
/// Understands what was meant by what was typed: the wrong keyboard layout, transliteration, typos, lost spaces. Words that the vocabulary
/// knows stay; quoted text, numbers, codes and addresses are never touched. Immutable, thread-safe.
/// </summary>
public sealed class QueryRepair
{
    /// <summary>Nats it costs to change hands between two pieces: people switch the layout seldom within a query.</summary>
    private const double SwitchNats = 3;

    private readonly WordMender _mender;
    private readonly PieceReader _reader;
    private readonly bool _isIdle;
    private readonly WordGroups _groups;

    /// <param name="lexicon">Whose words are right.</param>
    /// <param name="groups">Words that stand for each other.</param>
    public QueryRepair(Lexicon lexicon, WordGroups groups)
        : this(new WordMender(lexicon), groups, lexicon.IsEmpty)
    {
    }

    private QueryRepair(WordMender mender, WordGroups groups, bool isIdle)
    {
        _mender = mender;
        _groups = groups;
        _reader = new PieceReader(mender);
        _isIdle = isIdle;
    }

    /// <summary>The same repair for one text that is read whole and in parts: a word that was mended once is not mended again. Not thread-safe.</summary>
    public QueryRepair Remembering() => new(_mender.Remembering(), _groups, _isIdle);

    /// <summary>Reads a query. Any text is accepted.</summary>
    public RepairedQuery Read(string text)
    {
        var mended = Mend(text);
        var others = _groups.AlternativesFor(mended.Text);
        return others.IsEmpty ? mended : mended with { Alternatives = mended.Alternatives.AddRange(others) };
    }

    private RepairedQuery Mend(string text)
    {
        if (_isIdle)
        {
            return RepairedQuery.AsTyped(text);
        }

        var readings = ReadPieces(text);
        if (readings.Count == 0)
        {
            return RepairedQuery.AsTyped(text);
        }

        var likeliest = Likeliest(readings);
        return likeliest.All(reading => reading.Words.All(word => word.Meant.IsEmpty))
            ? RepairedQuery.AsTyped(text)
            : Assemble(text, likeliest);
    }

    private List<ImmutableArray<PieceReading>> ReadPieces(string text)
    {
        var pieces = QueryPieces.Mendable(text);
        var readings = new List<ImmutableArray<PieceReading>>(pieces.Length);
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i + 1 < pieces.Length && pieces[i + 1].Start == pieces[i].End + 1 && _reader.Join(text, pieces[i], pieces[i + 1]) is { } joined)
            {
                readings.Add([joined]);
                i++;
            }
            else
            {
                readings.Add(_reader.Read(text, pieces[i]));
            }
        }

        return readings;
    }

    /// <summary>The sequence of readings that costs least, changes of hands included (Viterbi).</summary>
    private static ImmutableArray<PieceReading> Likeliest(List<ImmutableArray<PieceReading>> pieces)
    {
        var costs = new double[pieces.Count][];
        var from = new int[pieces.Count][];
        for (var i = 0; i < pieces.Count; i++)
        {
            costs[i] = new double[pieces[i].Length];
            from[i] = new int[pieces[i].Length];
            for (var j = 0; j < pieces[i].Length; j++)
            {
                var least = i == 0 ? 0 : double.MaxValue;
                for (var k = 0; i > 0 && k < pieces[i - 1].Length; k++)
                {
                    var cost = costs[i - 1][k] + (pieces[i - 1][k].Mode == pieces[i][j].Mode ? 0 : SwitchNats);
                    (least, from[i][j]) = cost < least ? (cost, k) : (least, from[i][j]);
                }

                costs[i][j] = least + pieces[i][j].Cost;
            }
        }

        var chosen = new PieceReading[pieces.Count];
        var at = Array.IndexOf(costs[^1], costs[^1].Min());
        for (var i = pieces.Count - 1; i >= 0; i--)
        {
            chosen[i] = pieces[i][at];
            at = from[i][at];
        }

        return [.. chosen];
    }

    private static RepairedQuery Assemble(string typed, ImmutableArray<PieceReading> readings)
    {
        var text = new StringBuilder();
        var changes = ImmutableArray.CreateBuilder<WordChange>();
        var alternatives = ImmutableArray.CreateBuilder<AlternativeText>();
        var copied = 0;
        foreach (var word in readings.SelectMany(reading => reading.Words).Where(word => !word.Meant.IsEmpty))
        {
            Copy(word.Place.Start);
            var was = typed[word.Place.Start..word.Place.End];
            var best = word.Meant[0];
            var stays = was.Replace('ё', 'е').Replace('Ё', 'Е').Equals(best.Text, StringComparison.OrdinalIgnoreCase);
            var place = new TextSpan(text.Length, text.Length + best.Text.Length);
            text.Append(stays ? was : best.Text);
            copied = word.Place.End;
            if (!stays && !LookAlikes.LookTheSame(was, best.Text))
            {
                changes.Add(new WordChange(place, was, best.Text, word.Kind, best.Weight));
            }

            alternatives.AddRange(word.Meant.Skip(1).Select(meant => new AlternativeText(place, meant.Text, word.Kind, meant.Weight)));
        }

        Copy(typed.Length);
        return new RepairedQuery(typed, text.ToString(), changes.DrainToImmutable(), alternatives.DrainToImmutable());

        void Copy(int end)
        {
            text.Append(typed, copied, Math.Max(0, end - copied));
            copied = Math.Max(copied, end);
        }
    }
}
