using System.Collections.Frozen;
using Kb.Content.Articles;
using Kb.Content.Register;
using Kb.Content.Regulations;

namespace Kb.Content.Lint.Structure;

/// <summary>Regulations: keys, one and only one for a request, links, freshness.</summary>
internal sealed class RegulationCheck : IContentRule
{
    public void Check(ContentMaterial material, DateOnly today, ICollection<ContentFinding> findings)
    {
        var regulations = material.Regulations;
        var text = new TextCheck(material.TargetsForAgents, material.Images, findings);
        Claim(regulations, regulation => [regulation.Id.Value], "id-duplicate", "Ключ", "Дайте регламенту другой ключ.", findings);
        Claim(regulations, regulation => regulation.Types, "regulation-twice", "Тип", "Оставьте тип в одном регламенте.", findings);
        Claim(regulations, regulation => regulation.Kinds.Select(kind => kind.Value), "regulation-twice", "Вид", "Оставьте вид в одном регламенте.", findings);
        foreach (var regulation in regulations)
        {
            foreach (var step in Regulation.Statuses.Select(regulation.Steps.GetValueOrDefault).OfType<Face>())
            {
                text.Check(regulation.File, new CheckedFace("", step), FrozenSet<string>.Empty);
            }

            if (material.Register is { } register)
            {
                RequestCheck.Check(regulation.File, regulation.Kinds, regulation.Types, register, findings);
            }

            if (regulation.VerifiedOn > DateOnly.MinValue && regulation.VerifiedOn.AddDays(regulation.VerifyEveryDays) < today)
            {
                findings.Add(ContentFinding.Warning("verification-overdue", regulation.File, 1, $"Регламент проверяли {regulation.VerifiedOn:yyyy-MM-dd}, срок проверки прошёл.", "Проверьте его и обновите verified_on."));
            }
        }

        // A base without a single regulation works without them: it is not nagged about fifteen.
        foreach (var type in regulations.IsEmpty ? [] : TypesWithout(regulations, material.Register))
        {
            findings.Add(ContentFinding.Warning("regulation-missing", $"regulations/{type.Id}.md", 0, $"Для типа «{type.Name}» нет регламента.", "Напишите его: что делает сотрудник в каждом из семи статусов."));
        }
    }

    private static IEnumerable<RequestType> TypesWithout(IReadOnlyList<Regulation> regulations, RequestRegister? register)
    {
        var covered = regulations.SelectMany(regulation => regulation.Types).ToHashSet(StringComparer.Ordinal);
        return register?.Types.Where(type => !covered.Contains(type.Id)) ?? [];
    }

    private static void Claim(
        IReadOnlyList<Regulation> regulations, Func<Regulation, IEnumerable<string>> keys, string code, string what, string remedy, ICollection<ContentFinding> findings)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var regulation in regulations)
        {
            foreach (var key in keys(regulation).Where(key => key.Length > 0))
            {
                if (!owners.TryAdd(key, regulation.File))
                {
                    findings.Add(ContentFinding.Error(code, regulation.File, 1, $"{what} «{key}» уже занят файлом {owners[key]}.", remedy));
                }
            }
        }
    }
}
