using System.Collections.Immutable;

namespace Kb.Content.Yaml;

/// <summary>A parsed YAML value that remembers where it stood, so that every message can name a line.</summary>
/// <param name="Line">1-based line in the file.</param>
internal abstract record YamlTree(int Line)
{
    /// <summary>A string, number or flag, as written.</summary>
    internal sealed record Scalar(string Text, int Line) : YamlTree(Line);

    /// <summary>A list, in order.</summary>
    internal sealed record List(ImmutableArray<YamlTree> Items, int Line) : YamlTree(Line);

    /// <summary>A mapping, in order; keys are unique.</summary>
    internal sealed record Map(ImmutableArray<KeyValuePair<string, YamlTree>> Entries, int Line) : YamlTree(Line);
}
