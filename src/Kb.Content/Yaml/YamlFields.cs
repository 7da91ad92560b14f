using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Kb.Content.Lint;

namespace Kb.Content.Yaml;

/// <summary>Takes the fields of one mapping by name; at the end, what nobody took is an unknown field. Single use.</summary>
internal sealed partial class YamlFields(YamlTree.Map map, string file, ICollection<ContentFinding> findings)
{
    private readonly Dictionary<string, YamlTree> _left = map.Entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>Line where the mapping begins.</summary>
    public int Line => map.Line;

    /// <summary>Line of a field that is still there, or of the mapping.</summary>
    public int LineOf(string name) => map.Entries.FirstOrDefault(entry => entry.Key == name).Value?.Line ?? map.Line;

    /// <summary>Whether a field is there and nobody has taken it.</summary>
    public bool Has(string name) => _left.ContainsKey(name);

    /// <summary>A text that must be there and not be blank; empty after a finding otherwise.</summary>
    public string Required(string name)
    {
        var text = Optional(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            Report(name, "field-missing", $"Нет поля «{name}».", $"Добавьте строку «{name}: …».");
            return "";
        }

        return text;
    }

    /// <summary>A stable key that must be there; what it is after a finding does not matter.</summary>
    public string Key(string name)
    {
        var key = Required(name);
        if (key.Length > 0 && !KebabCase().IsMatch(key))
        {
            Report(name, "id-shape", $"Ключ «{key}» записан не так.", "Используйте строчные латинские буквы, цифры и дефисы, до 80 знаков.");
        }

        return key;
    }

    /// <summary>A text, or null when it is absent.</summary>
    public string? Optional(string name)
    {
        if (!_left.Remove(name, out var value))
        {
            return null;
        }

        if (value is YamlTree.Scalar { Text: var text })
        {
            return text.Trim();
        }

        Report(name, "field-shape", $"Поле «{name}» должно быть строкой.", "Запишите одно значение после двоеточия.");
        return null;
    }

    /// <summary>A list of texts; empty when it is absent.</summary>
    public ImmutableArray<string> Texts(string name) => [.. Lines(name).Select(item => item.Text)];

    /// <summary>A list of texts with their lines; empty when it is absent.</summary>
    public ImmutableArray<YamlTree.Scalar> Lines(string name)
    {
        if (!_left.Remove(name, out var value))
        {
            return [];
        }

        if (value is YamlTree.List { Items: var items } && items.All(item => item is YamlTree.Scalar))
        {
            return [.. items.Cast<YamlTree.Scalar>()];
        }

        Report(name, "field-shape", $"Поле «{name}» должно быть списком строк.", "Запишите каждое значение с новой строки после «- ».");
        return [];
    }

    /// <summary>The lists of a list, with lines; empty when it is absent.</summary>
    public ImmutableArray<ImmutableArray<YamlTree.Scalar>> Groups(string name)
    {
        if (!_left.Remove(name, out var value))
        {
            return [];
        }

        if (value is YamlTree.List { Items: var groups } && groups.All(group => group is YamlTree.List { Items: var items } && items.All(item => item is YamlTree.Scalar)))
        {
            return [.. groups.Cast<YamlTree.List>().Select(group => group.Items.Cast<YamlTree.Scalar>().ToImmutableArray())];
        }

        Report(name, "field-shape", $"Поле «{name}» должно быть списком групп.", "Запишите каждую группу с новой строки: «- [слово, слово]».");
        return [];
    }

    /// <summary>The mappings of a list; empty when it is absent.</summary>
    public ImmutableArray<YamlFields> Maps(string name)
    {
        if (!_left.Remove(name, out var value))
        {
            return [];
        }

        if (value is YamlTree.List { Items: var items } && items.All(item => item is YamlTree.Map))
        {
            return [.. items.Cast<YamlTree.Map>().Select(item => new YamlFields(item, file, findings))];
        }

        Report(name, "field-shape", $"Поле «{name}» должно быть списком записей.", "Начните каждую запись с «- ».");
        return [];
    }

    /// <summary>A nested mapping; null when it is absent.</summary>
    public YamlFields? Nested(string name)
    {
        if (!_left.Remove(name, out var value))
        {
            return null;
        }

        if (value is YamlTree.Map nested)
        {
            return new YamlFields(nested, file, findings);
        }

        Report(name, "field-shape", $"Поле «{name}» должно содержать вложенные поля.", "Запишите их ниже с отступом.");
        return null;
    }

    /// <summary>A whole number in a range; <paramref name="fallback"/> when it is absent or wrong.</summary>
    public int Number(string name, int least, int most, int fallback)
    {
        var text = Optional(name);
        if (text is null)
        {
            return fallback;
        }

        if (int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(name, "field-value", $"Поле «{name}» = «{text}», а нужно число от {least} до {most}.", "Исправьте число.");
        return fallback;
    }

    /// <summary>A date written as 2026-11-12; null when it is absent or wrong.</summary>
    public DateOnly? Date(string name)
    {
        var text = Optional(name);
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Report(name, "field-value", $"Поле «{name}» = «{text}» не дата.", "Запишите дату как 2026-11-12.");
        return null;
    }

    /// <summary>A date that must be there; <see cref="DateOnly.MinValue"/> after a finding.</summary>
    public DateOnly RequiredDate(string name)
    {
        if (!Has(name))
        {
            Report(name, "field-missing", $"Нет поля «{name}».", $"Добавьте строку «{name}: 2026-11-12».");
        }

        return Date(name) ?? DateOnly.MinValue;
    }

    /// <summary>One of the listed words; <paramref name="fallback"/> after a finding otherwise.</summary>
    public T OneOf<T>(string name, T fallback, IReadOnlyDictionary<string, T> words)
    {
        var text = Required(name);
        if (text.Length == 0)
        {
            return fallback;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        Report(name, "field-value", $"Поле «{name}» = «{text}» не подходит.", $"Возможные значения: {string.Join(", ", words.Keys)}.");
        return fallback;
    }

    /// <summary>Names that nobody has taken yet, in the order of the file.</summary>
    public ImmutableArray<string> Names() => [.. map.Entries.Select(entry => entry.Key).Where(_left.ContainsKey)];

    /// <summary>Reports every field that nobody took. Call last.</summary>
    public void RefuseUnknown()
    {
        foreach (var name in Names())
        {
            Report(name, "field-unknown", $"Поле «{name}» неизвестно.", "Проверьте написание или удалите строку.");
        }
    }

    private void Report(string name, string code, string message, string remedy) =>
        findings.Add(ContentFinding.Error(code, file, LineOf(name), message, remedy));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+){0,20}$", RegexOptions.NonBacktracking)]
    private static partial Regex KebabCase();
}
