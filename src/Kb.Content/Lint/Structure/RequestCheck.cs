using System.Collections.Immutable;
using Kb.Content.Register;

namespace Kb.Content.Lint.Structure;

/// <summary>The kinds and types that a template or a regulation names must be in the register. Pure.</summary>
internal static class RequestCheck
{
    public static void Check(
        string file, ImmutableArray<KindId> kinds, ImmutableArray<string> types, RequestRegister register, ICollection<ContentFinding> findings)
    {
        foreach (var kind in kinds.Where(kind => !register.Kinds.ContainsKey(kind)))
        {
            findings.Add(ContentFinding.Error("kind-unknown", file, 1, $"Вида обращений «{kind}» нет в реестре.", "Исправьте поле kinds или добавьте вид в register.yaml."));
        }

        foreach (var type in types.Where(id => !register.Types.Any(type => type.Id == id)))
        {
            findings.Add(ContentFinding.Error("type-unknown", file, 1, $"Типа обращений «{type}» нет в реестре.", "Исправьте поле types или добавьте тип в register.yaml."));
        }
    }
}
