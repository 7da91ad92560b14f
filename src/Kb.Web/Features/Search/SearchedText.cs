using System.Collections.Immutable;
using Kb.Search.Query;

namespace Kb.Web.Features.Search;

/// <summary>What of a typed text is searched: a letter that was pasted whole is cut, and whoever pasted it is told.</summary>
/// <param name="Text">At most <see cref="SearchQuery.MaxTextLength"/> characters.</param>
/// <param name="Notice">What to say about it, in Russian; null where all of it is searched.</param>
public readonly record struct SearchedText(string Text, string? Notice)
{
    /// <summary>Words that nothing found may have; none where a minus says nothing.</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];

    /// <summary>A query of somebody who looks for documents: «-слово» keeps those with the word out.</summary>
    public static SearchedText OfQuery(string? typed)
    {
        var whole = Of(typed);
        var (text, excluded) = ExcludingText.Of(whole.Text);
        return whole with
        {
            Text = text,
            Excluded = excluded,
            Notice = whole.Notice ?? (text.Any(char.IsLetterOrDigit) || excluded.IsEmpty ? null : "Минус убирает лишнее из найденного. Допишите, что искать."),
        };
    }

    /// <summary>Takes any text.</summary>
    public static SearchedText Of(string? typed)
    {
        if (typed is null || typed.Length <= SearchQuery.MaxTextLength)
        {
            return new SearchedText(typed ?? "", null);
        }

        // Not through the middle of a character of two halves.
        var length = SearchQuery.MaxTextLength - (char.IsHighSurrogate(typed[SearchQuery.MaxTextLength - 1]) ? 1 : 0);
        return new SearchedText(typed[..length], $"Запрос длинный: ищем по первым {SearchQuery.MaxTextLength} знакам.");
    }
}
