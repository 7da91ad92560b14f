using System.Text.RegularExpressions;
using Kb.Content.Articles;
using Kb.Content.Rendering;

namespace Kb.Content.Lint.Faces;

/// <summary>
/// Links of one article must not lead apart. A warning: the same name in «ёлочки» leads to different places in two faces. A note: a
/// short answer or template sends the student somewhere that the full text neither links to nor names. Deliberately not reported:
/// unquoted words («здесь», «на сайте»), a link to the article itself, links of «Для сотрудников» and «Карточка», other anchors of
/// one page.
/// </summary>
internal sealed partial class LinksAgree : IContentRule
{
    /// <summary>Key of the rule that names contradictions.</summary>
    public const string Rule = "links-differ";

    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        var targets = material.TargetsForStudents;
        foreach (var article in material.Articles.Where(article => article.IsForStudents))
        {
            var links = article.StudentFaces.SelectMany(face => Links(article, face, targets)).ToList();
            CheckLabels(article.File, links, findings);
            CheckMentions(article, links, findings);
        }
    }

    private static void CheckLabels(string file, List<NamedLink> links, ICollection<ContentFinding> findings)
    {
        var first = new Dictionary<string, NamedLink>(StringComparer.OrdinalIgnoreCase);
        foreach (var link in links.Where(link => link.Label.StartsWith('«') && link.Label.EndsWith('»')))
        {
            if (!first.TryAdd(link.Label, link) && first[link.Label] is var other && other.Address != link.Address && other.Face != link.Face)
            {
                findings.Add(ContentFinding.Warning(Rule, file, link.Line, $"Ссылка {link.Label} ведёт на «{link.Target}», а в разделе «{other.Face}» — на «{other.Target}» (строка {other.Line}).", "Оставьте один адрес или назовите места по-разному."));
            }
        }
    }

    private static void CheckMentions(CheckedArticle article, List<NamedLink> links, ICollection<ContentFinding> findings)
    {
        if (article.Find(FaceSplitter.Full) is not { } full)
        {
            return;
        }

        var known = links.Where(link => link.Face == full.Name).Select(link => link.Address)
            .Append(LinkTargets.Article(article.Article.Id)).ToHashSet(StringComparer.Ordinal);
        var words = Stems(full.Markdown).ToHashSet(StringComparer.Ordinal);
        foreach (var link in links.Where(link => link.Face != full.Name && !known.Contains(link.Address) && !Stems(link.Label).All(words.Contains)))
        {
            findings.Add(ContentFinding.Note("link-unmentioned", article.File, link.Line, $"Раздел «{link.Face}» ведёт на «{link.Target}», а «{full.Name}» об этом месте не говорит.", $"Дайте ту же ссылку в «{full.Name}»."));
        }
    }

    private static IEnumerable<NamedLink> Links(CheckedArticle article, CheckedFace face, LinkTargets targets) =>
        from link in face.Links
        where !link.IsImage
        let address = targets.Resolve(link.Target, isImage: false, "") ?? link.Target
        select new NamedLink(face.Name, link.Label, link.Target, address.Split('#')[0], face.Line + link.Line - 1);

    private static IEnumerable<string> Stems(string text) =>
        Word().Matches(text).Select(word => Units.Stem(word.Value.ToLowerInvariant().Replace('ё', 'е')));

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    private sealed record NamedLink(string Face, string Label, string Target, string Address, int Line);
}
