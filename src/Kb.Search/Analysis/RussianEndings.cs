using System.Collections.Immutable;

namespace Kb.Search.Analysis;

/// <summary>One class of endings of the stemmer. The longest ending that fits is the only one tried.</summary>
/// <remarks>Thread-safe. Source of the tables: see <see cref="RussianStemmer"/>.</remarks>
internal sealed class RussianEndings
{
    public static readonly RussianEndings PerfectiveGerund = new("в вши вшись", "ив ивши ившись ыв ывши ывшись");

    public static readonly RussianEndings Adjective = new(
        "",
        "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");

    public static readonly RussianEndings Participle = new("ем нн вш ющ щ", "ивш ывш ующ");

    public static readonly RussianEndings Reflexive = new("", "ся сь");

    public static readonly RussianEndings Verb = new(
        "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно",
        "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю");

    public static readonly RussianEndings Noun = new(
        "",
        "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");

    public static readonly RussianEndings Superlative = new("", "ейш ейше");

    public static readonly RussianEndings Derivational = new("", "ост ость");

    private const char FirstLetter = 'а';
    private const char LastLetter = 'я';

    /// <summary>By the last letter of the ending, the longest first: a word meets the few endings that it could have, not all.</summary>
    private readonly ImmutableArray<Ending>[] _byLastLetter;

    /// <param name="afterAOrYa">Endings that are cut only after «а» or «я», which stay.</param>
    /// <param name="anywhere">Endings that are cut after any letter.</param>
    private RussianEndings(string afterAOrYa, string anywhere)
    {
        const StringSplitOptions NoEmpty = StringSplitOptions.RemoveEmptyEntries;
        var endings = afterAOrYa.Split(' ', NoEmpty).Select(text => new Ending(text, AfterAOrYa: true))
            .Concat(anywhere.Split(' ', NoEmpty).Select(text => new Ending(text, AfterAOrYa: false)))
            .OrderByDescending(ending => ending.Text.Length)
            .ToLookup(ending => ending.Text[^1]);
        _byLastLetter = [.. Enumerable.Range(FirstLetter, LastLetter - FirstLetter + 1).Select(letter => endings[(char)letter].ToImmutableArray())];
    }

    /// <summary>Moves <paramref name="end"/> before the longest ending of word[..end] that lies in RV, if it may be cut there.</summary>
    public bool TryCut(ReadOnlySpan<char> word, int rv, ref int end)
    {
        var region = word[Math.Min(rv, end)..end];
        if (region.IsEmpty || region[^1] is < FirstLetter or > LastLetter)
        {
            return false;
        }

        foreach (var ending in _byLastLetter[region[^1] - FirstLetter])
        {
            if (!region.EndsWith(ending.Text))
            {
                continue;
            }

            var before = region.Length - ending.Text.Length;
            if (ending.AfterAOrYa && (before == 0 || region[before - 1] is not ('а' or 'я')))
            {
                return false; // A shorter ending is never tried instead: that is how Snowball's «among» works.
            }

            end -= ending.Text.Length;
            return true;
        }

        return false;
    }

    private readonly record struct Ending(string Text, bool AfterAOrYa);
}
