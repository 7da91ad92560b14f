using Kb.Content.Facts;

namespace Kb.Web.Layout;

/// <summary>How much was found, in words that agree: «Нашлась 1 статья», «Нашлись 22 статьи», «Нашлось 11 статей».</summary>
internal static class FoundCount
{
    private const string Nothing = "Ничего не нашлось";

    /// <summary>Articles of the help centre.</summary>
    public static string Articles(int count) => count == 0
        ? Nothing
        : $"{RussianPlural.Form(count, "Нашлась", "Нашлись", "Нашлось")} {count} {RussianPlural.Form(count, "статья", "статьи", "статей")}";

    /// <summary>Articles, templates, notes and tickets together.</summary>
    public static string Materials(int count) => count == 0
        ? Nothing
        : $"{RussianPlural.Form(count, "Нашёлся", "Нашлись", "Нашлось")} {count} {RussianPlural.Form(count, "материал", "материала", "материалов")}";
}
