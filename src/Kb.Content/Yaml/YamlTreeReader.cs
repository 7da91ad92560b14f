using System.Collections.Immutable;
using Kb.Content.Lint;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kb.Content.Yaml;

/// <summary>
/// YAML text → <see cref="YamlTree"/>, without recursion and without YAML's dangerous parts: an alias can grow 300 bytes into
/// gigabytes, a tag can name a type, and deep nesting overflows the stack of a recursive parser, which .NET cannot catch.
/// </summary>
internal static class YamlTreeReader
{
    /// <summary>Deepest nesting that is read. Real files use four levels.</summary>
    private const int MaxDepth = 32;

    /// <summary>Reads one document.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="file">For messages.</param>
    /// <param name="firstLine">Line of the file on which the text begins (front matter does not begin on line 1).</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <returns>The tree, or null when the text cannot be read; an empty text gives an empty map.</returns>
    public static YamlTree? Read(string text, string file, int firstLine, ICollection<ContentFinding> findings)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            return Build(parser, firstLine - 1);
        }
        catch (YamlException exception)
        {
            return Refuse(exception.Start.Line, Describe(exception));
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet's scanner throws it on some plain scalars inside flow collections.
            return Refuse(parser.Current?.End.Line ?? 1, "не получается разобрать значение");
        }

        YamlTree? Refuse(long parserLine, string reason)
        {
            // An unclosed bracket is noticed after the last line, which no editor can go to.
            var line = (int)Math.Clamp(parserLine, 1, text.TrimEnd('\n').AsSpan().Count('\n') + 1) + firstLine - 1;
            findings.Add(ContentFinding.Error("yaml", file, line, $"YAML не читается: {reason}.", "Исправьте отступы, кавычки и двоеточия в этой строке."));
            return null;
        }
    }

    private static YamlTree Build(Parser parser, int lineOffset)
    {
        var open = new Stack<Container>();
        YamlTree? root = null;
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            var line = (int)current.Start.Line + lineOffset;
            YamlTree? finished = current switch
            {
                AnchorAlias => throw new YamlException(current.Start, current.End, "ссылки на якоря (*имя) не поддерживаются"),
                NodeEvent { Tag.IsEmpty: false } => throw new YamlException(current.Start, current.End, "теги (!тег) не поддерживаются"),
                Scalar scalar => new YamlTree.Scalar(scalar.Value, line),
                MappingEnd or SequenceEnd => open.Pop().Close(),
                _ => null,
            };
            if (current is MappingStart or SequenceStart)
            {
                if (open.Count == MaxDepth)
                {
                    throw new YamlException(current.Start, current.End, $"вложенность больше {MaxDepth} уровней");
                }

                open.Push(new Container(current is MappingStart, line));
            }
            else if (finished is not null && open.TryPeek(out var parent))
            {
                parent.Add(finished, current);
            }
            else if (finished is not null)
            {
                root = root is null ? finished : throw new YamlException(current.Start, current.End, "в файле больше одного документа");
            }
        }

        return root ?? new YamlTree.Map([], 1 + lineOffset);
    }

    private static string Describe(YamlException exception) =>
        exception.InnerException is YamlException inner ? Describe(inner) : exception.Message.TrimEnd('.');

    /// <summary>A list or mapping that is still open.</summary>
    private sealed class Container(bool isMap, int line)
    {
        private readonly ImmutableArray<YamlTree>.Builder _items = ImmutableArray.CreateBuilder<YamlTree>();
        private readonly ImmutableArray<KeyValuePair<string, YamlTree>>.Builder _entries = ImmutableArray.CreateBuilder<KeyValuePair<string, YamlTree>>();
        private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
        private string? _key;

        public void Add(YamlTree value, ParsingEvent at)
        {
            if (!isMap)
            {
                _items.Add(value);
            }
            else if (_key is not null)
            {
                _entries.Add(new(_key, value));
                _key = null;
            }
            else if (value is YamlTree.Scalar { Text: var key })
            {
                _key = _keys.Add(key) ? key : throw new YamlException(at.Start, at.End, $"ключ «{key}» повторяется");
            }
            else
            {
                throw new YamlException(at.Start, at.End, "ключом может быть только строка");
            }
        }

        public YamlTree Close() => isMap
            ? new YamlTree.Map(_entries.ToImmutable(), line)
            : new YamlTree.List(_items.ToImmutable(), line);
    }
}
