using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Kb.Bot.Understanding;

namespace Kb.Bot.Intents.Features;

/// <summary>The grams that training saw, numbered and weighted: utterance → sparse vector. Immutable, thread-safe.</summary>
public sealed class FeatureSpace
{
    /// <summary>
    /// How much a gram that is no feature adds to the length, relative to the rarest feature. 0 answers foreign messages with full confidence, 1 costs
    /// a point of accuracy where phrases are few (development sets: nlu-ru, clinc150 with its out-of-scope part).
    /// </summary>
    private const float UnknownWeight = 0.5f;

    /// <summary>Where there are many phrases, letters in a row and pairs must occur in one of so many: what is rarer is told by its words.</summary>
    private const int PhrasesPerGram = 4_000;

    private static readonly FeatureView[] Views = Enum.GetValues<FeatureView>();

    [ThreadStatic]
    private static Room? _room;

    private readonly FeatureTable _table;
    private readonly float _rarest;

    /// <param name="grams">Distinct; the place of a gram is its feature's id.</param>
    /// <param name="rarities">One for each gram, &gt; 0.</param>
    public FeatureSpace(ImmutableArray<ulong> grams, ImmutableArray<float> rarities)
    {
        Grams = grams;
        Rarities = rarities;
        _table = new FeatureTable(grams.AsSpan(), rarities.AsSpan());
        _rarest = rarities.DefaultIfEmpty(1f).Max();
    }

    /// <summary>Hashes of the grams, by feature id.</summary>
    public ImmutableArray<ulong> Grams { get; }

    /// <summary>How rare each gram is, &gt; 0: see <see cref="Rarity"/>.</summary>
    public ImmutableArray<float> Rarities { get; }

    /// <summary>Number of features; ids are below it.</summary>
    public int Count => Grams.Length;

    /// <summary>Numbers the grams of a training set.</summary>
    /// <param name="phrases">All phrases.</param>
    /// <param name="labels">The class of each.</param>
    /// <param name="minPhrases">A gram of letters or a pair of stems that fewer phrases hold is left out: it costs memory and tells nothing.</param>
    public static FeatureSpace Build(IReadOnlyList<Utterance> phrases, IReadOnlyList<int> labels, int minPhrases)
    {
        var usages = new Dictionary<ulong, Usage>();
        var grams = new List<Gram>();
        // Class by class: then a gram is in another class whenever the class is not that of its phrase before.
        foreach (var phrase in Enumerable.Range(0, phrases.Count).OrderBy(i => labels[i]))
        {
            var words = GramReader.ReadWords(phrases[phrase]);
            foreach (var view in Views)
            {
                grams.Clear();
                GramReader.Read(words, view, grams);
                grams.Sort();
                for (var i = 0; i < grams.Count; i++)
                {
                    if (i > 0 && grams[i].Hash == grams[i - 1].Hash)
                    {
                        continue;
                    }

                    ref var usage = ref CollectionsMarshal.GetValueRefOrAddDefault(usages, grams[i].Hash, out var known);
                    usage = new Usage(
                        usage.Phrases + 1,
                        usage.Classes + (known && usage.LastClass == labels[phrase] ? 0 : 1),
                        labels[phrase],
                        view != FeatureView.Letters && BitOperations.IsPow2(grams[i].Words));
                }
            }
        }

        var classes = labels.Distinct().Count();
        var fewest = Math.Max(minPhrases, phrases.Count / PhrasesPerGram);
        var kept = usages
            .Where(entry => entry.Value.IsWord || entry.Value.Phrases >= fewest)
            .OrderBy(entry => entry.Key)
            .ToList();
        return new FeatureSpace(
            [.. kept.Select(entry => entry.Key)],
            [.. kept.Select(entry => Rarity(entry.Value, phrases.Count, classes))]);
    }

    /// <summary>
    /// How rare each gram is, however often the message repeats it, each view scaled to length 1. Grams that are no features add to the length
    /// too, in training as in use: a message of mostly foreign words gets a short vector, and with it little confidence.
    /// </summary>
    public SparseVector Vectorize(Utterance utterance)
    {
        var words = GramReader.ReadWords(utterance);
        var room = _room ??= new Room();
        room.Clear();
        foreach (var view in Views)
        {
            room.Grams.Clear();
            GramReader.Read(words, view, room.Grams);
            room.Grams.Sort();
            AppendView(CollectionsMarshal.AsSpan(room.Grams), room);
        }

        return new SparseVector([.. room.Ids], [.. room.Values], [.. room.Touched]);
    }

    /// <summary>
    /// The mean of two: ln((1 + N) / (1 + n)) + 1 for n of N phrases, and the same for classes. A word that every phrase of one intent holds is common among
    /// phrases and yet tells more than one that is strewn over all.
    /// </summary>
    private static float Rarity(Usage usage, int phrases, int classes) =>
        1f + ((MathF.Log((1f + phrases) / (1f + usage.Phrases)) + MathF.Log((1f + classes) / (1f + usage.Classes))) / 2f);

    private void AppendView(ReadOnlySpan<Gram> sorted, Room room)
    {
        var begin = room.Values.Count;
        var squares = 0f;
        for (var i = 0; i < sorted.Length;)
        {
            var (gram, words) = sorted[i];
            var count = 0;
            for (; i < sorted.Length && sorted[i].Hash == gram; i++)
            {
                count++;
            }

            if (_table.TryFind(gram, out var id, out var value))
            {
                room.Ids.Add(id);
                // A gram that occurs twice does not go with one of its words.
                room.Touched.Add(count == 1 ? words : 0);
                room.Values.Add(value);
                squares += value * value;
            }
            else
            {
                squares += UnknownWeight * _rarest * _rarest;
            }
        }

        var norm = MathF.Sqrt(squares);
        foreach (ref var value in CollectionsMarshal.AsSpan(room.Values)[begin..])
        {
            value /= norm;
        }
    }

    /// <summary>Where the training phrases hold a gram.</summary>
    private readonly record struct Usage(int Phrases, int Classes, int LastClass, bool IsWord);

    /// <summary>Room to work in, a thread's own: lists that have grown once are not grown for every message.</summary>
    private sealed class Room
    {
        public List<Gram> Grams { get; } = [];

        public List<int> Ids { get; } = [];

        public List<float> Values { get; } = [];

        public List<ulong> Touched { get; } = [];

        public void Clear()
        {
            Ids.Clear();
            Values.Clear();
            Touched.Clear();
        }
    }
}

/// <summary>The features of one utterance that are not zero.</summary>
/// <param name="Ids">Feature ids, each once.</param>
/// <param name="Values">Their weights, in the same order.</param>
/// <param name="Words">The words that each hangs on (see <see cref="Gram"/>), in the same order; only training asks.</param>
public readonly record struct SparseVector(int[] Ids, float[] Values, ulong[] Words);
