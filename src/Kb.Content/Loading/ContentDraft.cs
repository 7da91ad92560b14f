using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content.Lint;
using Kb.Content.Lint.Wordings;
using Kb.Content.Phrases;
using Kb.Content.Register;
using Kb.Content.Vocabulary;

namespace Kb.Content.Loading;

/// <summary>A content folder as it was read, not yet checked against itself. Immutable.</summary>
public sealed class ContentDraft
{
    private readonly ContentMaterial? _material;
    private readonly SchoolVocabulary _vocabulary;
    private readonly string _fingerprint;
    private readonly ImmutableArray<ContentFinding> _findings;

    internal ContentDraft(ContentMaterial? material, SchoolVocabulary vocabulary, string fingerprint, ImmutableArray<ContentFinding> findings)
    {
        _material = material;
        _vocabulary = vocabulary;
        _fingerprint = fingerprint;
        _findings = findings;
    }

    /// <summary>Number of articles that could be read.</summary>
    public int Articles => _material?.Articles.Length ?? 0;

    /// <summary>Applies every rule. Pure.</summary>
    /// <param name="today">For overdue verification.</param>
    public LoadResult Check(DateOnly today)
    {
        if (_material is not { } material)
        {
            return new LoadResult(null, _findings, ContentSummary.Nothing);
        }

        var findings = _findings.ToList();
        ContentCheck.Check(material, today, findings);
        var sorted = findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ToImmutableArray();
        var book = PhraseBookOf(material);
        return new LoadResult(
            material.Register is null || sorted.Any(finding => finding.Severity == FindingSeverity.Error) ? null : BaseOf(material, material.Register, book),
            sorted,
            ContentSummary.Of(material, book) with { Synonyms = _vocabulary.Synonyms.Length, Spellings = _vocabulary.Spellings.Length });
    }

    private KnowledgeBase BaseOf(ContentMaterial material, RequestRegister register, PhraseBook book) => new()
    {
        Register = register,
        Facts = material.Facts,
        Articles = material.Articles.ToFrozenDictionary(article => article.Article.Id, article => article.Article),
        Phrases = book,
        Golden = material.Golden,
        Templates = material.Templates.ToFrozenDictionary(template => template.Id),
        Regulations = material.Regulations,
        Vocabulary = _vocabulary,
        StopWords = material.StopWords,
        Fingerprint = _fingerprint,
    };

    private static PhraseBook PhraseBookOf(ContentMaterial material)
    {
        // A pattern expands blindly: what it says as a golden question of a kind does, or nearly so, must not be learnt from.
        var heldOut = new NearDuplicates<bool>();
        foreach (var question in material.Golden.Dev.Concat(material.Golden.Gate)
            .Where(question => question.Expected is { } kind && material.Register?.Kinds.ContainsKey(new KindId(kind)) == true))
        {
            heldOut.Add(new PhraseForm(question.Text), true);
        }

        return new PhraseBook(
            Gather(material.Phrases, entry => entry.Phrases.Select(phrase => phrase.Text).Concat(entry.Expanded.Where(text => !heldOut.Near(new PhraseForm(text)).Any()))),
            Gather(material.NotOurs, entry => entry.Phrases.Select(phrase => phrase.Text)),
            Gather(material.Phrases.Where(entry => entry.Entry.Replies.Length > 0), entry => entry.Replies));
    }

    private static FrozenDictionary<string, ImmutableArray<string>> Gather(IEnumerable<CheckedEntry> entries, Func<IntentPhrases, IEnumerable<string>> texts) =>
        entries.Select(entry => entry.Entry).GroupBy(entry => entry.Intent, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.SelectMany(texts).Distinct(StringComparer.Ordinal).ToImmutableArray(),
                StringComparer.Ordinal);
}
