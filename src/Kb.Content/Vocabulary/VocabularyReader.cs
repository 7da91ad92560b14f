using System.Collections.Immutable;
using Kb.Content.Lint;
using Kb.Content.Yaml;

namespace Kb.Content.Vocabulary;

/// <summary>vocabulary.yaml → <see cref="SchoolVocabulary"/>.</summary>
internal static class VocabularyReader
{
    /// <summary>Longest member, in words: a longer one is a sentence, which search would never match.</summary>
    private const int MostWords = 4;

    /// <summary>Longest member, in characters.</summary>
    private const int MaxLength = 80;

    /// <summary>Reads the vocabulary; what is wrong in one group does not hide the others.</summary>
    public static SchoolVocabulary Read(string text, string file, ICollection<ContentFinding> findings)
    {
        if (YamlTreeReader.Read(text, file, 1, findings) is not YamlTree.Map map)
        {
            return SchoolVocabulary.Empty;
        }

        var fields = new YamlFields(map, file, findings);
        var foreign = new Dictionary<string, int>(StringComparer.Ordinal);
        var vocabulary = new SchoolVocabulary(
            Groups(fields.Groups("synonyms"), file, findings),
            Groups(fields.Groups("spellings"), file, findings),
            Members(fields.Lines("names"), new Dictionary<string, int>(StringComparer.Ordinal), file, findings))
        {
            OtherSchools = Members(fields.Lines("other_schools"), foreign, file, findings),
            OtherServices = Members(fields.Lines("other_services"), foreign, file, findings),
        };
        fields.RefuseUnknown();
        return vocabulary;
    }

    private static ImmutableArray<ImmutableArray<string>> Groups(
        ImmutableArray<ImmutableArray<YamlTree.Scalar>> groups, string file, ICollection<ContentFinding> findings)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = ImmutableArray.CreateBuilder<ImmutableArray<string>>(groups.Length);
        foreach (var group in groups)
        {
            if (group is [var alone])
            {
                findings.Add(ContentFinding.Warning("word-alone", file, alone.Line, $"В группе одно слово: «{alone.Text}».", "Добавьте второе или удалите группу."));
                continue;
            }

            read.Add(Members(group, taken, file, findings));
        }

        return read.DrainToImmutable();
    }

    private static ImmutableArray<string> Members(
        ImmutableArray<YamlTree.Scalar> words, Dictionary<string, int> taken, string file, ICollection<ContentFinding> findings)
    {
        foreach (var word in words)
        {
            var parts = Words(word.Text);
            if (parts.Length is 0 or > MostWords || word.Text.Length > MaxLength)
            {
                findings.Add(ContentFinding.Error("word-length", file, word.Line, $"«{word.Text}» не слово и не короткое сочетание.", $"Оставьте от 1 до {MostWords} слов."));
            }
            else if (!taken.TryAdd(string.Join(' ', parts), word.Line))
            {
                findings.Add(ContentFinding.Error("word-twice", file, word.Line, $"«{word.Text}» уже стоит в строке {taken[string.Join(' ', parts)]}.", "Оставьте слово в одном месте раздела."));
            }
        }

        return [.. words.Select(word => word.Text.Trim())];
    }

    // Signs stay: «C++» and «C#» are two words.
    private static string[] Words(string text) =>
        text.ToLowerInvariant().Replace('ё', 'е').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
