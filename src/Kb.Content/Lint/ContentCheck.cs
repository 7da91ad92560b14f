using System.Collections.Immutable;
using Kb.Content.Lint.Faces;
using Kb.Content.Lint.Structure;
using Kb.Content.Lint.Style;
using Kb.Content.Lint.Wordings;

namespace Kb.Content.Lint;

/// <summary>What must hold in a base, rule by rule. A new rule is a class of its own and a line here.</summary>
internal static class ContentCheck
{
    private static readonly ImmutableArray<IContentRule> Rules =
    [
        new UniqueArticleIds(),
        new KnownKinds(),
        new ArticleTexts(),
        new TemplateCheck(),
        new RegulationCheck(),
        new Verification(),
        new FacesPresent(),
        new ShortLength(),
        new CardQuestions(),
        new NumbersAgree(),
        new LinksAgree(),
        new CourseQuotes(),
        new LiteralFacts(),
        new StyleMarkers(),
        new KindsCovered(),
        new PhraseOwners(),
        new EnoughPhrases(),
        new EnoughGolden(),
        new GoldenLeaks(),
    ];

    public static void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        foreach (var rule in Rules)
        {
            rule.Check(material, today, findings);
        }
    }
}
