using System.Numerics;

namespace Kb.Bot.Intents.Features;

/// <summary>
/// Gram → feature, by open addressing with linear probing. A message asks hundreds of times for grams that lie anywhere in megabytes, so that one place in memory and
/// no more must be waited for: a general dictionary has its buckets, keys and values apart. Immutable, thread-safe.
/// </summary>
internal sealed class FeatureTable
{
    private readonly Place[] _places;

    /// <param name="grams">Distinct; the place of a gram is its feature's id.</param>
    /// <param name="weights">One for each gram.</param>
    public FeatureTable(ReadOnlySpan<ulong> grams, ReadOnlySpan<float> weights)
    {
        // Never more than half full: a search meets a free place soon.
        _places = new Place[BitOperations.RoundUpToPowerOf2((uint)(grams.Length * 2) + 1)];
        for (var id = 0; id < grams.Length; id++)
        {
            var at = PlaceOf(grams[id]);
            while (_places[at].IsTaken)
            {
                at = Next(at);
            }

            _places[at] = new Place(grams[id], id + 1, weights[id]);
        }
    }

    /// <summary>Finds a gram.</summary>
    /// <param name="gram">Any hash.</param>
    /// <param name="id">The id of its feature.</param>
    /// <param name="weight">Its weight.</param>
    public bool TryFind(ulong gram, out int id, out float weight)
    {
        for (var at = PlaceOf(gram); _places[at].IsTaken; at = Next(at))
        {
            if (_places[at].Gram == gram)
            {
                (id, weight) = (_places[at].Number - 1, _places[at].Weight);
                return true;
            }
        }

        (id, weight) = (-1, 0);
        return false;
    }

    /// <summary>Grams are well mixed hashes already.</summary>
    private int PlaceOf(ulong gram) => (int)gram & (_places.Length - 1);

    private int Next(int at) => (at + 1) & (_places.Length - 1);

    /// <param name="Gram">The hash.</param>
    /// <param name="Number">Id + 1; 0 where the place is free.</param>
    /// <param name="Weight">Of the feature.</param>
    private readonly record struct Place(ulong Gram, int Number, float Weight)
    {
        public bool IsTaken => Number > 0;
    }
}
