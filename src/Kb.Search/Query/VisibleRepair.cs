using Kb.Search.Index;
using Kb.Search.Repair;

namespace Kb.Search.Query;

/// <summary>
/// Repair that betrays nothing: a word is only put in place of a typed one if the caller may find a document with it. Otherwise «показаны результаты
/// по запросу …» would spell out the words of closed documents to anybody who types something near them.
/// </summary>
internal static class VisibleRepair
{
    /// <summary>What the query means to this caller.</summary>
    public static RepairedQuery Of(IndexState index, SearchQuery query)
    {
        var read = query.Text.Length <= SearchQuery.MaxTextLength ? query.Text : query.Text[..SearchQuery.MaxTextLength];
        if (query.AsTyped)
        {
            return RepairedQuery.AsTyped(read);
        }

        var repaired = query.IsStillTyped ? WithoutUnfinished(index, read) : index.Repair.Read(read);
        return repaired.Changes.IsEmpty || MayBeTold(index, query, repaired) ? repaired : RepairedQuery.AsTyped(read);
    }

    /// <summary>A Russian word that is still being typed is no typo of a shorter one.</summary>
    private static RepairedQuery WithoutUnfinished(IndexState index, string text)
    {
        var start = text.AsSpan().LastIndexOfAny(" \t\n") + 1;
        if (start == text.Length || text.AsSpan(start).ContainsAnyInRange('a', 'z'))
        {
            return index.Repair.Read(text);
        }

        var finished = index.Repair.Read(text[..start]);
        return finished with { Typed = text, Text = finished.Text + text[start..] };
    }

    private static bool MayBeTold(IndexState index, SearchQuery query, RepairedQuery repaired)
    {
        // Who looks into one corner of the base may still be told words of another.
        var everywhere = query with { Filters = SearchQuery.NoFilters, Excluded = [] };
        var filters = Array.ConvertAll([.. index.Segments], live => new DocumentFilter(index.Options, live, everywhere));
        return repaired.Changes
            .SelectMany(change => index.Options.Stems.Analyze(change.Meant))
            .All(token => index.StemFrequency(token.Term) == 0 || IsVisible(index, filters, token.Term));
    }

    private static bool IsVisible(IndexState index, DocumentFilter[] filters, string stem)
    {
        for (var i = 0; i < filters.Length; i++)
        {
            var segment = index.Segments[i].Segment;
            if (segment.Vocabulary.Stems.TryFind(stem, out var number) && segment.Postings.Any(number, filters[i].Admits))
            {
                return true;
            }
        }

        return false;
    }
}
