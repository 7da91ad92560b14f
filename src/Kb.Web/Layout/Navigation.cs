namespace Kb.Web.Layout;

/// <summary>One entry of a menu.</summary>
/// <param name="Href">Local address.</param>
/// <param name="Label">What people see, in Russian.</param>
internal sealed record Section(string Href, string Label);

/// <summary>The menus. A feature with a page adds its line here.</summary>
internal static class Navigation
{
    /// <summary>For staff, in the order of use.</summary>
    public static IReadOnlyList<Section> Staff { get; } =
    [
        new("/desk", "Обращения"),
        new("/search", "Поиск"),
        new("/why", "Разбор ответов бота"),
    ];
}
