using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kb.Search.Index;

/// <summary>Who may see which document, and when. Equal rules are kept once, so a search judges each rule once and not each document.</summary>
internal sealed class DocumentVisibility
{
    private readonly ImmutableArray<AccessRule> _rules;
    private readonly int[] _ruleOfDocument;

    /// <summary>First and last instants in UTC ticks; empty where no document has any: most bases date few of theirs.</summary>
    private readonly (long From, long Until)[] _validity;

    public DocumentVisibility(ImmutableArray<SearchDocument> documents)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var rules = ImmutableArray.CreateBuilder<AccessRule>();
        _ruleOfDocument = new int[documents.Length];
        _validity = documents.Any(document => document.ValidFrom is not null || document.ValidUntil is not null)
            ? [.. documents.Select(document => (document.ValidFrom?.UtcTicks ?? long.MinValue, document.ValidUntil?.UtcTicks ?? long.MaxValue))]
            : [];
        for (var i = 0; i < documents.Length; i++)
        {
            var rule = documents[i].Access;
            if (i > 0 && ReferenceEquals(rule, documents[i - 1].Access))
            {
                _ruleOfDocument[i] = _ruleOfDocument[i - 1];
            }
            else if (!numbers.TryGetValue(Key(rule), out _ruleOfDocument[i]))
            {
                _ruleOfDocument[i] = rules.Count;
                numbers.Add(Key(rule), rules.Count);
                rules.Add(rule);
            }
        }

        _rules = rules.ToImmutable();
    }

    /// <summary>The distinct rules.</summary>
    public ImmutableArray<AccessRule> Rules => _rules;

    /// <summary>Number of a document's rule.</summary>
    public int RuleOf(int document) => _ruleOfDocument[document];

    /// <summary>Bytes in memory.</summary>
    public long Bytes => ((long)_ruleOfDocument.Length * sizeof(int)) + ((long)_validity.Length * 2 * sizeof(long));

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
        verdicts[_ruleOfDocument[document]]
        && (_validity.Length == 0 || (_validity[document].From <= utcTicks && utcTicks < _validity[document].Until));

    /// <summary>Whether every document may be seen at any instant, given <see cref="Judge"/>'s verdicts.</summary>
    public bool AdmitsAll(bool[] verdicts) => _validity.Length == 0 && !verdicts.Contains(false);

    /// <summary>
    /// Records compare arrays and sets by reference: rules are told apart by what they say. Lengths stand before the grants, so that
    /// no grant, however strange, makes two different rules look alike: that would open one document by the rule of another.
    /// </summary>
    private static string Key(AccessRule rule) =>
        string.Concat(rule.Clauses.Select(clause =>
            $"{clause.Count}[{string.Concat(clause.Order(StringComparer.Ordinal).Select(grant => $"{grant.Length}:{grant}"))}]"));
}
