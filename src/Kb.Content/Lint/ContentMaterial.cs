using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Content.Articles;
using Kb.Content.Facts;
using Kb.Content.Golden;
using Kb.Content.Lint.Style;
using Kb.Content.Lint.Wordings;
using Kb.Content.Register;
using Kb.Content.Regulations;
using Kb.Content.Rendering;
using Kb.Content.Templates;

namespace Kb.Content.Lint;

/// <summary>Everything that the rules look at, as it was read from the files. Immutable.</summary>
internal sealed record ContentMaterial
{
    /// <summary>The register; null when it could not be read, which is a finding of its own.</summary>
    public required RequestRegister? Register { get; init; }

    public required FactSheet Facts { get; init; }

    /// <summary>Articles in the order of their files; two may have one id.</summary>
    public required ImmutableArray<CheckedArticle> Articles { get; init; }

    /// <summary>Entries of phrases of kinds, talk turns and commands.</summary>
    public required ImmutableArray<CheckedEntry> Phrases { get; init; }

    /// <summary>Entries of messages that are not ours.</summary>
    public required ImmutableArray<CheckedEntry> NotOurs { get; init; }

    public required GoldenQuestions Golden { get; init; }

    /// <summary>Templates that belong to no article; two may have one id.</summary>
    public required ImmutableArray<ReplyTemplate> Templates { get; init; }

    /// <summary>Regulations in the order of their files.</summary>
    public required ImmutableArray<Regulation> Regulations { get; init; }

    /// <summary>Paths of images from the content folder.</summary>
    public required IReadOnlySet<string> Images { get; init; }

    /// <summary>Words without a meaning of their own, in lower case, «ё» as «е».</summary>
    public required FrozenSet<string> StopWords { get; init; }

    /// <summary>Words that editors avoid.</summary>
    public required StyleGuide Style { get; init; }

    /// <summary>Where links lead in what students read.</summary>
    public LinkTargets TargetsForStudents => new(Articles.Select(article => article.Article.Id).ToFrozenSet(), Facts);

    /// <summary>Where links lead in what only agents read.</summary>
    public LinkTargets TargetsForAgents => new(Articles.Select(article => article.Article.Id).ToFrozenSet(), Facts)
    {
        Templates = Templates.Select(template => template.Id).ToFrozenSet(),
    };

    /// <summary>Small talk and commands: they have phrases but no articles.</summary>
    public IEnumerable<string> Chatter => Register is null
        ? []
        : Register.Talk.Select(turn => turn.Id).Concat(Register.Commands.Select(command => command.Id));

    /// <summary>Everything that a student may be shown: faces of articles and templates.</summary>
    public IEnumerable<(string File, CheckedFace Face)> StudentTexts =>
        Articles.SelectMany(article => article.StudentFaces.Select(face => (article.File, face)))
            .Concat(Templates.Select(template => (template.File, new CheckedFace(FaceSplitter.Template, template.Text))));

    /// <summary>Kinds in the order of the register.</summary>
    public IEnumerable<RequestKind> Kinds => Register is null ? [] : Register.Types.SelectMany(type => type.Kinds);
}
