using Kb.Content.Templates;

namespace Kb.Web.Features.Search;

/// <summary>What a template is said for, as agents read it.</summary>
internal static class TemplateLabels
{
    /// <summary>The label of a group.</summary>
    public static string Of(TemplateGroup group) => group switch
    {
        TemplateGroup.Greeting => "Приветствие",
        TemplateGroup.TakingOver => "Берём в работу",
        TemplateGroup.Details => "Уточнение",
        TemplateGroup.Apology => "Извинение",
        TemplateGroup.Promise => "Обещание срока",
        TemplateGroup.Closing => "Завершение",
        _ => throw new ArgumentOutOfRangeException(nameof(group), group, "Unknown group."),
    };
}
