namespace Kb.Content.Facts;

/// <summary>Chooses the form of a Russian noun after a whole number: 1 день, 2 дня, 5 дней, 11 дней, 21 день.</summary>
public static class RussianPlural
{
    /// <summary>The form that stands after the number.</summary>
    /// <param name="number">Any whole number; the sign does not matter.</param>
    /// <param name="one">After 1, 21, 101 («день»).</param>
    /// <param name="few">After 2–4, 22–24 («дня»).</param>
    /// <param name="many">After 0, 5–20, 25 («дней»).</param>
    /// <remarks>Source: Unicode CLDR plural rules for Russian, cardinal numbers.</remarks>
    public static string Form(long number, string one, string few, string many)
    {
        var tail = Math.Abs(number % 100);
        return (tail % 10) switch
        {
            _ when tail is >= 11 and <= 14 => many,
            1 => one,
            >= 2 and <= 4 => few,
            _ => many,
        };
    }
}
