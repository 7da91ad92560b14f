using System.Collections.Frozen;
using Kb.Content.Articles;
using Kb.Content.Phrases;
using Kb.Content.Register;

namespace Kb.Content;

/// <summary>The whole base as one immutable value: what search, the bot, the desk and the courses are built from.</summary>
public sealed record KnowledgeBase
{
    /// <summary>Every kind of request.</summary>
    public required RequestRegister Register { get; init; }

    /// <summary>Every article by its id.</summary>
    public required FrozenDictionary<ArticleId, Article> Articles { get; init; }

    /// <summary>What the classifier is trained on.</summary>
    public required PhraseBook Phrases { get; init; }

    /// <summary>Words that carry no meaning for search, in lower case with «ё» written as «е».</summary>
    public required FrozenSet<string> StopWords { get; init; }

    /// <summary>Lower-case hex SHA-256 over every content file's name and bytes: the same content gives the same value on every machine.</summary>
    public required string Fingerprint { get; init; }
}
