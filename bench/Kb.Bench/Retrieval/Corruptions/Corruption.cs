namespace Kb.Bench.Retrieval.Corruptions;

/// <summary>A way to spoil a query as people do.</summary>
/// <param name="Name">As in <c>--corrupt</c>.</param>
/// <param name="About">For the help.</param>
/// <param name="Apply">The query as somebody would have typed it; the generator decides where chance does.</param>
public sealed record Corruption(string Name, string About, Func<string, Random, string> Apply)
{
    /// <summary>All there are: those that the peers were measured with, then harder ones.</summary>
    public static IReadOnlyList<Corruption> All { get; } =
    [
        new("typo", "one random edit in every word of five letters or more", Typos.One),
        new("typo2", "one edit in words of five letters or more, two in words of eight or more", Typos.Two),
        new("keys", "one neighbouring key hit in every word of five letters or more", Typos.NeighbouringKey),
        new("sound", "one or two spelling mistakes by ear in every word of five letters or more", Typos.BySound),
        new("glued", "a random half of the spaces lost", Typos.Glued),
        new("layout", "the English layout for Russian", Scripts.WrongLayout),
        new("translit", "Latin letters by one scheme", Scripts.OneScheme),
        new("translit-mixed", "Latin letters, another scheme for every word", Scripts.MixedSchemes),
    ];

    /// <summary>The one of this name.</summary>
    public static Corruption? Find(string name) => All.FirstOrDefault(corruption => corruption.Name == name);
}
