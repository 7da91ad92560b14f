using System.Collections.Immutable;
using Kb.Content.Templates;

namespace Kb.Desk.Templates;

/// <summary>A template with the values of one ticket.</summary>
/// <param name="Text">The text; a variable without a value stands in it as it was written, so that nobody overlooks it.</param>
/// <param name="Missing">Names of the variables without a value, each once, in the order of the text.</param>
public sealed record FilledTemplate(string Text, ImmutableArray<string> Missing)
{
    /// <summary>Fills a text in one pass: a value that looks like a variable is not filled again.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="values">Values by name of <see cref="TemplateVariables"/>; an absent one is missing.</param>
    public static FilledTemplate Of(string text, IReadOnlyDictionary<string, string> values)
    {
        var missing = new List<string>();
        var filled = TemplateVariables.Pattern().Replace(text, match =>
        {
            var name = match.Groups["name"].Value.Trim();
            if (values.TryGetValue(name, out var value))
            {
                return value;
            }

            if (TemplateVariables.Names.Contains(name) && !missing.Contains(name))
            {
                missing.Add(name);
            }

            return match.Value;
        });
        return new FilledTemplate(filled, [.. missing]);
    }

    /// <summary>Our variables that stand in a text: what must not be sent. Braces of others are let be, because students of programming are written to in braces.</summary>
    public static ImmutableArray<string> MissingIn(string text) => Of(text, ImmutableDictionary<string, string>.Empty).Missing;
}
