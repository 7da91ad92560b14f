namespace Kb.Bench.Data;

/// <summary>Reads tab-separated files with a header and without quoting: a <c>"</c> is a character.</summary>
public static class TsvTable
{
    /// <summary>The named columns of every row, in the order asked for; other columns are ignored.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or a row is shorter than the header says.</exception>
    public static IEnumerable<string[]> Read(string path, params string[] columns)
    {
        int[]? places = null;
        var number = 0;
        foreach (var line in TextLines.Read(path))
        {
            number++;
            var cells = line.Split('\t');
            if (places is null)
            {
                places = [.. columns.Select(column => Array.IndexOf(cells, column))];
                if (places.Contains(-1))
                {
                    throw new InvalidDataException($"{path}: the header must have the columns {string.Join(", ", columns)}.");
                }

                continue;
            }

            if (cells.Length <= places.Max())
            {
                throw new InvalidDataException($"{path}: row {number} has too few columns.");
            }

            yield return [.. places.Select(place => cells[place])];
        }
    }
}
