using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kb.Bot.Understanding;

/// <summary>Tells whether a foreign name is what a message is about, by the few words that decide it in Russian.</summary>
internal static class ForeignContext
{
    /// <summary>The school itself.</summary>
    private static readonly FrozenSet<string> Us = Set("вы вас вам вами ваш ваша ваше ваши вашей вашего вашем вашу ваших вашим");

    /// <summary>Stems of what the school has; beside another service they make a request ours. Another school has the same things.</summary>
    private static readonly FrozenSet<string> Ours = Set("курс урок вебинар куратор домашк платформ обучен домашн прокторинг эфир поток");

    /// <summary>Endings and words that address the school: «принимаете материнский капитал?» A request to do something is no such mark: «отключите Иви».</summary>
    private static readonly ImmutableArray<string> AddressEndings = ["аете", "яете", "уете"];

    private static readonly FrozenSet<string> Addresses = Set("дадите зачтете можете поможете будете");

    /// <summary>The way, the means, the purpose: «через VK», «для института».</summary>
    private static readonly FrozenSet<string> Aside = Set("через по для к без как кроме");

    /// <summary>The same with a word between: «через аккаунт ВК», and what begins a comparison: «хотя на ютубе всё работает».</summary>
    private static readonly FrozenSet<string> FarAside = Set("через для хотя но зато");

    /// <summary>Stems of means that bear a service's name: «картой Озон Банка», «диск Яндекса».</summary>
    private static readonly FrozenSet<string> Means = Set("карт карто браузер");

    /// <summary>What works elsewhere is compared with: «видео не открывается, ютуб работает».</summary>
    private static readonly FrozenSet<string> Working =
        Set("работает работают летает летают грузит грузится грузятся показывает открывается открываются идет идут тянет включается запускается норм нормально");

    private static readonly FrozenSet<string> Degrees = Set("же все вообще при этом спокойно отлично прекрасно нормально норм хорошо быстро");

    /// <summary>Before a place. With the dictionary form of an institution it is where a paper goes: «справка в институт».</summary>
    private static readonly FrozenSet<string> Places = Set("в во на");

    /// <summary>Whether something of ours is named beside.</summary>
    public static bool NamesOurs(ImmutableArray<string> surface, ImmutableArray<string> stems, bool besideSchool) =>
        surface.Any(word => Us.Contains(word) || Addresses.Contains(word) || AddressEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)))
        || (!besideSchool && stems.Any(Ours.Contains));

    /// <summary>Whether the name is there in passing.</summary>
    /// <param name="surface">Words as written, folded.</param>
    /// <param name="stems">Their stems.</param>
    /// <param name="at">Where the name begins.</param>
    /// <param name="length">Words of the name.</param>
    /// <param name="undeclined">Whether it is an institution in its dictionary form.</param>
    public static bool IsAside(ImmutableArray<string> surface, ImmutableArray<string> stems, int at, int length, bool undeclined) =>
        at > 0 && (Aside.Contains(surface[at - 1])
            || Works(surface.AsSpan()[(at + length)..])
            || Means.Contains(stems[at - 1])
            || (at > 1 && FarAside.Contains(surface[at - 2]))
            || (undeclined && Places.Contains(surface[at - 1])));

    private static bool Works(ReadOnlySpan<string> after)
    {
        for (var i = 0; i < after.Length; i++)
        {
            if (Working.Contains(after[i]) || !Degrees.Contains(after[i]))
            {
                return Working.Contains(after[i]);
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
