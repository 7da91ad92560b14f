using System.Collections.Frozen;

namespace Kb.Content.Lint.Faces;

/// <summary>A number with its unit, and what it is said of.</summary>
/// <param name="Number">Digits without spaces, with a decimal comma.</param>
/// <param name="Unit">The unit's stem; «рабочий день» and «день» are different units, a month's name makes a date.</param>
/// <param name="Context">Stems of the words around it, without stop words and words of the calendar.</param>
/// <param name="IsDate">Whether the unit is a month's name.</param>
/// <param name="Text">Number and unit as written.</param>
/// <param name="Offset">Where it begins in the face.</param>
internal sealed record Quantity(string Number, string Unit, FrozenSet<string> Context, bool IsDate, string Text, int Offset)
{
    /// <summary>
    /// Whether both seem to be said of the same thing: they share at least two stems and half of the poorer context, or all of a
    /// context of one word («ответим за 5 часов»). Dates must share two: «каникулы с … по …» holds two dates about one word.
    /// </summary>
    public bool IsAboutTheSameAs(Quantity other)
    {
        var shared = Context.Count(other.Context.Contains);
        var poorer = Math.Min(Context.Count, other.Context.Count);
        return shared * 2 >= poorer && (shared >= 2 || (shared == 1 && poorer == 1 && !IsDate));
    }
}
