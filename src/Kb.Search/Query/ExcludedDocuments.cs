using System.Collections.Frozen;
using System.Collections.Immutable;
using Kb.Search.Index;
using Kb.Search.Index.Segments;
using Kb.Search.Index.Terms;

namespace Kb.Search.Query;

/// <summary>
/// The documents of a segment that have a word, in any form, which the query excludes: in their title or in a text that passages are cut from. What nobody
/// sees of a document (how people word its question) keeps it out of no list.
/// </summary>
internal static class ExcludedDocuments
{
    /// <summary>Their numbers.</summary>
    public static FrozenSet<int> Of(IndexOptions options, Segment segment, ImmutableArray<string> words)
    {
        if (words.IsEmpty)
        {
            return [];
        }

        var stemmer = new Stemmer(options.Stemming);
        var excluded = new HashSet<int>();
        foreach (var token in words.SelectMany(word => options.Words.Analyze(word)))
        {
            if (segment.Vocabulary.Stems.TryFind(stemmer.Stem(token.Term), out var stem))
            {
                segment.Postings.Any(stem, document =>
                {
                    if (Shows(options, segment, document, stem))
                    {
                        excluded.Add(document);
                    }

                    return false; // On to the next.
                });
            }
        }

        return excluded.ToFrozenSet();
    }

    private static bool Shows(IndexOptions options, Segment segment, int document, int stem)
    {
        var words = segment.Forward.Read(document);
        while (words.Next())
        {
            if ((options.Fields[words.Field].IsTitle || options.Fields[words.Field].Snippets) && segment.Vocabulary.StemOf(words.Surface) == stem)
            {
                return true;
            }
        }

        return false;
    }
}
