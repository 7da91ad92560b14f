using System.Collections.Frozen;
using Kb.Content.Register;
using Kb.Content.Regulations;

namespace Kb.Content.Lint;

/// <summary>Regulations: keys, one and only one for a request, links, freshness. Pure.</summary>
internal static class RegulationCheck
{
    /// <param name="regulations">All of them.</param>
    /// <param name="register">Null when it could not be read.</param>
    /// <param name="text">Checks a text for agents.</param>
    /// <param name="today">For overdue verification.</param>
    /// <param name="findings">Receives what is wrong.</param>
    public static void Check(
        IReadOnlyList<Regulation> regulations, RequestRegister? register, TextCheck text, DateOnly today, ICollection<ContentFinding> findings)
    {
        Claim(regulations, regulation => [regulation.Id.Value], "id-duplicate", "Ключ", "Дайте регламенту другой ключ.", findings);
        Claim(regulations, regulation => regulation.Types, "regulation-twice", "Тип", "Оставьте тип в одном регламенте.", findings);
        Claim(regulations, regulation => regulation.Kinds.Select(kind => kind.Value), "regulation-twice", "Вид", "Оставьте вид в одном регламенте.", findings);
        foreach (var regulation in regulations)
        {
            foreach (var step in Regulation.Statuses.Select(regulation.Steps.GetValueOrDefault).OfType<Articles.Face>())
            {
                text.Check(regulation.File, step, FrozenSet<string>.Empty);
            }

            if (register is not null)
            {
                RequestCheck.Check(regulation.File, regulation.Kinds, regulation.Types, register, findings);
            }

            if (regulation.VerifiedOn > DateOnly.MinValue && regulation.VerifiedOn.AddDays(regulation.VerifyEveryDays) < today)
            {
                findings.Add(ContentFinding.Warning("verification-overdue", regulation.File, 1, $"Регламент проверяли {regulation.VerifiedOn:yyyy-MM-dd}, срок проверки прошёл.", "Проверьте его и обновите verified_on."));
            }
        }

        // A base without a single regulation works without them: it is not nagged about fifteen.
        foreach (var type in regulations.Count == 0 ? [] : TypesWithout(regulations, register))
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
