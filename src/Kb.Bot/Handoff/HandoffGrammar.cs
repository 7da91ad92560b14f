using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Kb.Bot.Commands;

namespace Kb.Bot.Handoff;

/// <summary>
/// Recognizes «передать оператору» in one reading of a message, clause by clause. A clause asks for a person in one of two ways: it
/// consists of nothing but words of such requests («можно оператора пожалуйста»), or an order stands right beside the person
/// («позовите оператора, третий день курс не открывается»). What denies or makes a trade of the person is only a mention.
/// </summary>
public static partial class HandoffGrammar
{
    /// <summary>A bare «оператор» inside a longer message is a mention, not a cry for help.</summary>
    private const int BareWordLimit = 12;

    /// <summary>Reads a message.</summary>
    /// <param name="folded">Lower case, «ё» written as «е».</param>
    public static HandoffCall Read(string folded)
    {
        // «Switch to operator» calls, «switch» alone is a word of programming; who is «на связи» is there, «оператор связи» is a company.
        var plain = Somebody().Replace(folded.Replace("switch to ", "transfer to ", StringComparison.Ordinal).Replace("на связи", "есть", StringComparison.Ordinal).Replace("все-таки", "таки", StringComparison.Ordinal), "$1 нибудь,");
        var clauses = Settled(Clause.Split(MenuNumber().Replace(plain, ""), HandoffWords.Lexicon));
        var telling = clauses.Where(clause => !clause.IsPolite).ToImmutableArray();
        // «Вы человек или робот?» asks who is talking.
        var identity = clauses.Any(clause => clause.Link == WordRole.Or) && clauses.Any(clause => clause.Roles.Contains(WordRole.Bot));
        var orderOnly = identity || clauses.Any(clause => clause.Roles.Contains(WordRole.Foreign));
        var bareAllowed = !orderOnly && clauses.Sum(clause => clause.Roles.Length) <= BareWordLimit
            && !clauses.Any(clause => clause.Roles.Any(role => role is WordRole.JobHead or WordRole.JobTail));
        var call = HandoffCall.Silent;
        for (var i = 0; i < telling.Length; i++)
        {
            var mayBeBare = bareAllowed && telling[i].Link == WordRole.Other && (i == 0 || i == telling.Length - 1) && !IsThanked(clauses, telling[i]);
            var read = ReadClause(telling[i].Roles, mayBeBare, orderOnly);
            call = read > call ? read : call;
        }

        // «Нажимаю „оператор“ и ничего, соедините уже»: the order stands apart from the person.
        return call == HandoffCall.Mentions && !orderOnly && telling.Any(clause => IsBareOrder(clause.Roles)) ? HandoffCall.Asks : call;
    }

    /// <summary>The reading whose words the tables know best: 2 points for a word that stands in them, 1 for one that resembles such a word.</summary>
    /// <param name="readings">At least one; lower case, «ё» written as «е».</param>
    public static string MostFamiliar(ImmutableArray<string> readings)
    {
        if (readings is [var only])
        {
            return only;
        }

        // Most words are the same in every reading.
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        return readings.MaxBy(reading => Clause.Words(reading).Sum(Points))!;

        int Points(string word)
        {
            ref var points = ref CollectionsMarshal.GetValueRefOrAddDefault(known, word, out var exists);
            return exists ? points : points = HandoffWords.Lexicon.Contains(word) ? 2 : HandoffWords.Lexicon.RoleOf(word) != WordRole.Other ? 1 : 0;
        }
    }

    /// <summary>Gives the words their roles that depend on others: «пусть позвонит», «есть человек, который…».</summary>
    private static ImmutableArray<Clause> Settled(ImmutableArray<Clause> clauses) =>
        [.. clauses.Select((clause, at) => clause with { Roles = [.. clause.Roles.Select(role => Settled(role, clause, clauses[(at + 1)..]))] })];

    private static WordRole Settled(WordRole role, Clause clause, ImmutableArray<Clause> later) => role switch
    {
        WordRole.Let => WordRole.Filler,
        WordRole.Comes => clause.Roles.Contains(WordRole.Let) ? WordRole.Want : WordRole.Other,
        // Whether there is somebody «который подскажет по учёбе» is a question of its own; one «который мне поможет» is wanted here.
        WordRole.There => later is [{ Roles: [WordRole.Which, ..] }, ..] && later.Any(next => next.Roles.Contains(WordRole.Other)) ? WordRole.Other : WordRole.Want,
        WordRole.Which => WordRole.Other,
        _ => role,
    };

    /// <summary>«Спасибо, добрый человек» is no call; «оператора, спасибо» is.</summary>
    private static bool IsThanked(ImmutableArray<Clause> clauses, Clause clause) =>
        clauses.TakeWhile(earlier => !ReferenceEquals(earlier, clause)).Any(earlier => earlier.Roles.Contains(WordRole.Thanks));

    private static HandoffCall ReadClause(ImmutableArray<WordRole> roles, bool mayBeBare, bool orderOnly)
    {
        var core = roles.RemoveAll(role => role is WordRole.Filler or WordRole.Who);
        if (RejectsBot(core, out var after))
        {
            return HandoffCall.Asks;
        }

        core = ReadInfinitives(core[after..]);
        if (!core.Any(IsPerson) && !core.Contains(WordRole.Live) && !core.Contains(WordRole.Someone))
        {
            return HandoffCall.Silent;
        }

        if (IsDenied(ref core))
        {
            return HandoffCall.Mentions;
        }

        core = TrimPoliteness(core);
        var asks = OrderBesidePerson(core) || (!orderOnly && (ContactWithPerson(core) || NothingButRequest(core, mayBeBare)));
        return asks ? HandoffCall.Asks : core.Any(IsPerson) ? HandoffCall.Mentions : HandoffCall.Silent;
    }

    /// <summary>«Не хочу с ботом», «не бот нужен», «надоел робот»: whoever rejects the bot wants a person.</summary>
    /// <param name="core">The clause without fillers.</param>
    /// <param name="after">Where the rest of the clause begins when the bot is denied in passing («не бот»).</param>
    private static bool RejectsBot(ImmutableArray<WordRole> core, out int after)
    {
        after = 0;
        var bot = core.IndexOf(WordRole.Bot);
        if (bot < 0 || core.Contains(WordRole.Other))
        {
            return false;
        }

        var not = core.LastIndexOf(WordRole.Not, bot);
        var wanted = not >= 0 && core.AsSpan()[not..].ContainsAny(WordRole.Want, WordRole.Contact, WordRole.Object);
        after = not >= 0 ? bot + 1 : 0;
        wanted = wanted || (not >= 0 && core.AsSpan()[..not].ContainsAny(WordRole.Contact, WordRole.Want));
        // «С ботом разговаривать не буду»: the denial may follow.
        wanted = wanted || (core[(bot + 1)..] is var tail && tail.Contains(WordRole.Not) && tail.Contains(WordRole.Contact));
        return wanted || core.Contains(WordRole.Weary);
    }

    /// <summary>An order to call and nothing to call beside it.</summary>
    private static bool IsBareOrder(ImmutableArray<WordRole> roles) =>
        roles.Contains(WordRole.Call) && roles.All(role => role is WordRole.Call or WordRole.Filler or WordRole.Object or WordRole.Want);

    /// <summary>After a wish a telling form is an infinitive that lost its soft sign: «прошу соединит», «hochu pogovorit».</summary>
    private static ImmutableArray<WordRole> ReadInfinitives(ImmutableArray<WordRole> core)
    {
        for (var at = 1; at < core.Length; at++)
        {
            core = core[at] == WordRole.Told && Wished(core[..at]) ? core.SetItem(at, WordRole.Contact) : core;
        }

        return core;
    }

    /// <summary>Whether a wish stands right before, or with nothing but the person between: «можно, чтобы человек ответил».</summary>
    private static bool Wished(ImmutableArray<WordRole> before)
    {
        while (before is [.., WordRole.Person or WordRole.Live])
        {
            before = before.RemoveAt(before.Length - 1);
        }

        return before is [.., WordRole.Want];
    }

    /// <summary>
    /// «Не надо оператора», «оператор не нужен». «Не» denies the word after it; an order later in the clause is free of it
    /// («не хочу ждать позовите оператора»), and then only the tail is read on.
    /// </summary>
    private static bool IsDenied(ref ImmutableArray<WordRole> core)
    {
        var not = core.IndexOf(WordRole.Not);
        if (not < 0 || (not + 1 < core.Length && core[not + 1] == WordRole.Other))
        {
            return false;
        }

        var order = not + 2 < core.Length ? core.IndexOf(WordRole.Call, not + 2) : -1;
        if (order < 0)
        {
            return true;
        }

        core = core[order..];
        return false;
    }

    /// <summary>A greeting before or thanks after the request change nothing; «передайте спасибо оператору» stays what it is.</summary>
    private static ImmutableArray<WordRole> TrimPoliteness(ImmutableArray<WordRole> core)
    {
        while (core is [WordRole.Thanks or WordRole.Greeting, _, ..] && core[1] is not (WordRole.Person or WordRole.PersonTo or WordRole.Desk))
        {
            core = core.RemoveAt(0);
        }

        // «Здравствуйте, оператора!» without its comma; «здравствуйте поддержка» only greets.
        core = core is [WordRole.Greeting, WordRole.Person, ..] ? core.RemoveAt(0) : core;
        return core is [.., WordRole.Person or WordRole.Live or WordRole.PersonTo or WordRole.Desk, WordRole.Thanks] && !core.Contains(WordRole.Give)
            ? core.RemoveAt(core.Length - 1)
            : core;
    }

    private static bool OrderBesidePerson(ImmutableArray<WordRole> core)
    {
        for (var at = core.IndexOf(WordRole.Call); at >= 0; at = NextIndex(core, WordRole.Call, at))
        {
            var ahead = at + 1;
            while (ahead < core.Length && core[ahead] is WordRole.Live or WordRole.Someone or WordRole.Object or WordRole.Want or WordRole.Subject)
            {
                ahead++;
            }

            if (IsCalledAt(core, ahead) || (ahead == core.Length && core.AsSpan()[(at + 1)..].ContainsAny(WordRole.Live, WordRole.Someone)) || IsCalledAt(core, at - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>«Хочу поговорить с оператором у которого…»: told about in an infinitive, so only what leads up to it must be a request.</summary>
    private static bool ContactWithPerson(ImmutableArray<WordRole> core)
    {
        var contact = core.IndexOf(WordRole.Contact);
        if (contact < 0 || !core[..contact].All(LeadsToContact))
        {
            return false;
        }

        var ahead = contact + 1;
        while (ahead < core.Length && core[ahead] is WordRole.Live or WordRole.Someone or WordRole.Object or WordRole.Want)
        {
            ahead++;
        }

        // «В чат поддержки отправил фото» tells what was done there.
        return IsCalledAt(core, ahead) && (ahead + 1 == core.Length || core[ahead + 1] != WordRole.Told);
    }

    private static bool NothingButRequest(ImmutableArray<WordRole> core, bool mayBeBare)
    {
        if (core.Any(role => role is WordRole.Other or WordRole.Told or WordRole.JobHead or WordRole.JobTail or WordRole.Thanks or WordRole.Greeting or WordRole.Foreign or WordRole.Not))
        {
            return false;
        }

        if (core.Any(role => role is WordRole.Call or WordRole.Contact or WordRole.Give))
        {
            return true;
        }

        if (core.Any(role => role is WordRole.Want or WordRole.Able))
        {
            // «Мне кто-нибудь ответит?» wonders; only a living or a named person is wished for.
            return core.Any(IsPerson) || core.Contains(WordRole.Live);
        }

        if (mayBeBare && core is [WordRole.Live])
        {
            return true; // «Живого, пожалуйста».
        }

        // «Вы оператор?» asks who is talking; «проблема оператора» is somebody's, «вопрос оператору» is a request.
        return mayBeBare && core.Any(IsPerson) && !core.Contains(WordRole.Subject)
            && (!core.Contains(WordRole.Object) || core.Contains(WordRole.PersonTo));
    }

    /// <summary>A person there who is not named by trade («оператора связи») and not spoken of as one («курс операторов»).</summary>
    private static bool IsCalledAt(ImmutableArray<WordRole> core, int at) =>
        at >= 0 && at < core.Length && IsPerson(core[at])
        && (at + 1 == core.Length || core[at + 1] != WordRole.JobTail)
        && (at == 0 || core[at - 1] != WordRole.JobHead);

    private static bool IsPerson(WordRole role) => role is WordRole.Person or WordRole.PersonTo or WordRole.Desk;

    private static bool LeadsToContact(WordRole role) =>
        role is WordRole.Want or WordRole.Subject or WordRole.Object or WordRole.Able or WordRole.Call or WordRole.Live or WordRole.Someone;

    private static int NextIndex(ImmutableArray<WordRole> core, WordRole role, int after) =>
        after + 1 < core.Length ? core.IndexOf(role, after + 1) : -1;

    /// <summary>«С кем-то, кто понимает» wants anybody, as «с кем-нибудь» does; what they should be like begins a clause of its own.</summary>
    [GeneratedRegex(@"\b(кто|кого|кому|кем)[- ]то\b(?: котор\w+| кто)?")]
    private static partial Regex Somebody();

    /// <summary>As people answer a machine on the phone: «1 оператор», misspelled too.</summary>
    [GeneratedRegex(@"(?<!\w)\d[.)]? (?=[оo]\w{3,8}\b)")]
    private static partial Regex MenuNumber();
}
