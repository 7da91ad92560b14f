using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kb.Search.Index;

/// <summary>Who may see which document, and when. Equal rules are kept once, so a search judges each rule once and not each document.</summary>
internal sealed class DocumentVisibility
{
    private readonly ImmutableArray<AccessRule> _rules;
    private readonly int[] _ruleOfDocument;
    private readonly long[] _validFrom;
    private readonly long[] _validUntil;

    public DocumentVisibility(ImmutableArray<SearchDocument> documents)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var rules = ImmutableArray.CreateBuilder<AccessRule>();
        _ruleOfDocument = new int[documents.Length];
        _validFrom = new long[documents.Length];
        _validUntil = new long[documents.Length];
        for (var i = 0; i < documents.Length; i++)
        {
            var document = documents[i];
            if (!numbers.TryGetValue(Key(document.Access), out var number))
            {
                number = rules.Count;
                numbers.Add(Key(document.Access), number);
                rules.Add(document.Access);
            }

            _ruleOfDocument[i] = number;
            _validFrom[i] = document.ValidFrom?.UtcTicks ?? long.MinValue;
            _validUntil[i] = document.ValidUntil?.UtcTicks ?? long.MaxValue;
        }

        _rules = rules.ToImmutable();
    }

    /// <summary>Bytes in memory.</summary>
    public long Bytes => _ruleOfDocument.Length * (long)(sizeof(int) + (2 * sizeof(long)));

    /// <summary>For every rule, whether a holder of these grants passes it.</summary>
    public bool[] Judge(FrozenSet<string> grants)
    {
        var verdicts = new bool[_rules.Length];
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = _rules[i].Admits(grants);
        }

        return verdicts;
    }

    /// <summary>Whether the document may be seen, given <see cref="Judge"/>'s verdicts, at an instant in UTC ticks.</summary>
    public bool Admits(int document, bool[] verdicts, long utcTicks) =>
        verdicts[_ruleOfDocument[document]] && _validFrom[document] <= utcTicks && utcTicks < _validUntil[document];

    /// <summary>
    /// Records compare arrays and sets by reference: rules are told apart by what they say. Lengths stand before the grants, so that
    /// no grant, however strange, makes two different rules look alike: that would open one document by the rule of another.
    /// </summary>
    private static string Key(AccessRule rule) =>
        string.Concat(rule.Clauses.Select(clause =>
            $"{clause.Count}[{string.Concat(clause.Order(StringComparer.Ordinal).Select(grant => $"{grant.Length}:{grant}"))}]"));
}
