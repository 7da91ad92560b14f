using System.Collections.Immutable;

namespace Kb.Bot.Commands;

/// <summary>A piece of a message between punctuation marks or joining words, as the roles of its words.</summary>
/// <param name="Roles">One a word, in order; the words that merely join clauses are not among them.</param>
/// <param name="Link">The word that joins it to the clause before: <see cref="WordRole.Joint"/>, <see cref="WordRole.Or"/>, <see cref="WordRole.Reason"/> or,
/// where a punctuation mark or nothing does, <see cref="WordRole.Other"/>.</param>
public sealed record Clause(ImmutableArray<WordRole> Roles, WordRole Link)
{
    /// <summary>Whether nothing but politeness is in it.</summary>
    public bool IsPolite => Roles.All(role => role is WordRole.Filler or WordRole.Thanks or WordRole.Greeting);

    /// <summary>Splits a message into clauses.</summary>
    /// <param name="folded">Lower case, «ё» written as «е».</param>
    /// <param name="lexicon">Tells the roles.</param>
    public static ImmutableArray<Clause> Split(string folded, RoleLexicon lexicon)
    {
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        var roles = ImmutableArray.CreateBuilder<WordRole>();
        var link = WordRole.Other;
        foreach (var word in Words(folded))
        {
            var role = lexicon.RoleOf(word);
            if (word is "чтобы" or "чтоб" && roles is [.., WordRole.Want])
            {
                continue; // «Хочу, чтобы ответил человек» is one wish; after anything else the reason begins.
            }

            if (word.Length == 0 || role is WordRole.Joint or WordRole.Or or WordRole.Reason)
            {
                Close(role);
            }
            else if (role == WordRole.Able && roles is [.., WordRole.Not])
            {
                roles.RemoveAt(roles.Count - 1); // «не могу дозваться оператора» complains, it does not refuse.
                Close(WordRole.Reason);
            }
            else
            {
                roles.Add(role);
            }
        }

        Close(WordRole.Other);
        return clauses.DrainToImmutable();

        void Close(WordRole next)
        {
            if (roles.Count > 0)
            {
                clauses.Add(new Clause(roles.DrainToImmutable(), link));
            }

            link = clauses.Count > 0 ? next : WordRole.Other;
        }
    }

    /// <summary>Words of letters and digits; an empty string stands for a punctuation mark that ends a clause.</summary>
    internal static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (char.IsLetterOrDigit(text[at]))
            {
                var start = at;
                while (at < text.Length && char.IsLetterOrDigit(text[at]))
                {
                    at++;
                }

                yield return text[start..at];
            }
            else
            {
                if (EndsClause(text, at))
                {
                    yield return "";
                }

                at++;
            }
        }
    }

    /// <summary>A hyphen ends a clause only between spaces; inside a word («кто-нибудь») it joins.</summary>
    private static bool EndsClause(string text, int at) => text[at] switch
    {
        '.' or '!' or '?' or ';' or ':' or ',' or '(' or ')' or '…' or '—' or '–' => true,
        '-' => at > 0 && text[at - 1] == ' ',
        _ => false,
    };
}
