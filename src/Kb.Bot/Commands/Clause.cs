using System.Collections.Immutable;

namespace Kb.Bot.Commands;

/// <summary>A piece of a message between punctuation marks or joining words, as the roles of its words.</summary>
/// <param name="Roles">One a word, in order; the words that merely join clauses are not among them.</param>
/// <param name="Continues">Whether it hangs on the clause before («бот и оператор»): a bare noun in it is no request.</param>
public sealed record Clause(ImmutableArray<WordRole> Roles, bool Continues)
{
    /// <summary>Whether nothing but politeness is in it.</summary>
    public bool IsPolite => Roles.All(role => role is WordRole.Filler or WordRole.Thanks);

    /// <summary>Splits a message into clauses.</summary>
    /// <param name="folded">Lower case, «ё» written as «е».</param>
    /// <param name="lexicon">Tells the roles.</param>
    public static ImmutableArray<Clause> Split(string folded, RoleLexicon lexicon)
    {
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        var roles = ImmutableArray.CreateBuilder<WordRole>();
        var continues = false;
        foreach (var word in Words(folded))
        {
            var role = word.Length == 0 ? WordRole.Joint : lexicon.RoleOf(word);
            if (role is WordRole.Joint or WordRole.Reason)
            {
                Close(hangs: word.Length > 0);
            }
            else if (role == WordRole.Able && roles is [.., WordRole.Not])
            {
                roles.RemoveAt(roles.Count - 1); // «не могу дозваться оператора» complains, it does not refuse.
                Close(hangs: true);
            }
            else
            {
                roles.Add(role);
            }
        }

        Close(hangs: false);
        return clauses.DrainToImmutable();

        void Close(bool hangs)
        {
            if (roles.Count > 0)
            {
                clauses.Add(new Clause(roles.DrainToImmutable(), continues));
            }

            continues = hangs && clauses.Count > 0;
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
