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
    /// <param name="inverseDocumentFrequencies">One for each gram, &gt; 0.</param>
    public FeatureSpace(ImmutableArray<ulong> grams, ImmutableArray<float> inverseDocumentFrequencies)
    {
        Grams = grams;
        InverseDocumentFrequencies = inverseDocumentFrequencies;
        _table = new FeatureTable(grams.AsSpan(), inverseDocumentFrequencies.AsSpan());
        _rarest = inverseDocumentFrequencies.DefaultIfEmpty(1f).Max();
    }

    /// <summary>Hashes of the grams, by feature id.</summary>
    public ImmutableArray<ulong> Grams { get; }

    /// <summary>How rare each gram is: ln((1 + N) / (1 + n)) + 1 for n of N training phrases.</summary>
    public ImmutableArray<float> InverseDocumentFrequencies { get; }

    /// <summary>Number of features; ids are below it.</summary>
    public int Count => Grams.Length;

    /// <summary>Numbers the grams of a training set.</summary>
    /// <param name="phrases">All phrases.</param>
    /// <param name="minPhrases">A gram of letters or a pair of stems that fewer phrases hold is left out: it costs memory and tells nothing.</param>
    public static FeatureSpace Build(IReadOnlyList<Utterance> phrases, int minPhrases)
    {
        var frequencies = new Dictionary<ulong, (int Phrases, bool IsWord)>();
        var grams = new List<Gram>();
        foreach (var phrase in phrases)
        {
            var words = GramReader.ReadWords(phrase);
            foreach (var view in Views)
            {
                grams.Clear();
                GramReader.Read(words, view, grams);
                grams.Sort();
                for (var i = 0; i < grams.Count; i++)
                {
                    if (i == 0 || grams[i].Hash != grams[i - 1].Hash)
                    {
                        ref var frequency = ref CollectionsMarshal.GetValueRefOrAddDefault(frequencies, grams[i].Hash, out _);
                        frequency = (frequency.Phrases + 1, view != FeatureView.Letters && BitOperations.IsPow2(grams[i].Words));
                    }
                }
            }
        }

        var fewest = Math.Max(minPhrases, phrases.Count / PhrasesPerGram);
        var kept = frequencies
            .Where(entry => entry.Value.IsWord || entry.Value.Phrases >= fewest)
            .OrderBy(entry => entry.Key)
            .ToList();
        return new FeatureSpace(
            [.. kept.Select(entry => entry.Key)],
            [.. kept.Select(entry => MathF.Log((1f + phrases.Count) / (1f + entry.Value.Phrases)) + 1f)]);
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
