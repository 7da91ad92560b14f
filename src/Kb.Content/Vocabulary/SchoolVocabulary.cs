using System.Collections.Immutable;

namespace Kb.Content.Vocabulary;

/// <summary>
/// Words that mean the same, words that are spelled in several ways, and words of our own. Members are dictionary forms, as written
/// in the file; whoever uses them stems them. Immutable.
/// </summary>
/// <param name="Synonyms">Different words for one thing; the first is the word that the articles use. Two or more a group, none in two groups.</param>
/// <param name="Spellings">One word written in several ways; counts as the same word. Likewise.</param>
/// <param name="Names">Words and phrases that no repair may touch, besides the words of the articles.</param>
public sealed record SchoolVocabulary(
    ImmutableArray<ImmutableArray<string>> Synonyms, ImmutableArray<ImmutableArray<string>> Spellings, ImmutableArray<string> Names)
{
    /// <summary>Names of other schools and institutions: a request about one of their courses is not ours either.</summary>
    public ImmutableArray<string> OtherSchools { get; init; } = [];

    /// <summary>Names of services that students use beside the school: a request about them is ours only when it names something of ours too.</summary>
    public ImmutableArray<string> OtherServices { get; init; } = [];

    /// <summary>Knows no words.</summary>
    public static SchoolVocabulary Empty { get; } = new([], [], []);
}
