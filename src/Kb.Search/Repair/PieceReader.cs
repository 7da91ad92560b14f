using System.Collections.Immutable;
using Kb.Search.Analysis;
using Kb.Search.Query;

namespace Kb.Search.Repair;

/// <summary>Reads one piece of a query in every way it may have been typed. Words are first looked up; only if no reading knows them all are they mended.</summary>
internal sealed class PieceReader(WordMender mender)
{
    private static readonly Analyzer Surface = RussianAnalyzer.CreateSurface();

    /// <summary>A known word that was typed is believed: its rarity counts half.</summary>
    private const double TypedShare = 0.5;

    /// <summary>Nats of typing with other hands than one meant to.</summary>
    private const double OtherHandsNats = 1;

    /// <summary>Nats on top for English typed on the Russian layout: it is rare among people who ask in Russian.</summary>
    private const double RareNats = 3;

    /// <summary>Nats on top for a form that no text has: «парольа» has a known stem, too.</summary>
    private const double NewFormNats = 2;

    /// <summary>No shorter word is taken for English typed on the Russian layout.</summary>
    private const int ShortestEnglish = 3;

    /// <summary>How much typos count in a transliterated word: letters that sound alike are the scheme's doing.</summary>
    private const double TransliterationSound = 0.4;

    /// <summary>So many spellings of a transliterated word are mended, those with the usual letters.</summary>
    private const int MendedSpellings = 6;

    /// <summary>The readings of query[piece], the one as typed first.</summary>
    public ImmutableArray<PieceReading> Read(string query, TextSpan piece)
    {
        var text = query[piece.Start..piece.End].ToLowerInvariant();
        var hasLatin = text.Any(char.IsAsciiLetter);
        var typed = Read(TypingMode.AsTyped, text, piece.Start, converted: null, mend: false);
        if (typed.IsKnown && !hasLatin)
        {
            return [typed];
        }

        var readings = ReadAll(text, piece.Start, typed, hasLatin, mend: false);
        return readings.Any(reading => reading.IsKnown)
            ? readings
            : ReadAll(text, piece.Start, Read(TypingMode.AsTyped, text, piece.Start, converted: null, mend: true), hasLatin, mend: true);
    }

    /// <summary>Two pieces as one known word that was typed with a space in it («серти фикат»); null where they are none.</summary>
    public PieceReading? Join(string query, TextSpan first, TextSpan second)
    {
        var left = Fold(query[first.Start..first.End]);
        var right = Fold(query[second.Start..second.End]);
        var joined = left + right;
        if (!WordMender.IsPlain(joined) || joined.Length > TypedWord.MaxLength || (mender.Knows(left) && mender.Knows(right)) || !mender.Knows(joined))
        {
            return null;
        }

        var cost = mender.Rarity(joined);
        var word = new ReadWord(first with { End = second.End }, joined, [new MeantWord(joined, 1)], RepairKind.Spacing, cost, IsKnown: true);
        return new PieceReading(TypingMode.AsTyped, [word], null, cost, IsKnown: true);
    }

    private static string Fold(string piece) => piece.ToLowerInvariant().Replace('ё', 'е');

    private ImmutableArray<PieceReading> ReadAll(string text, int start, PieceReading typed, bool hasLatin, bool mend) => hasLatin
        ? [typed, ReadLayout(text, start, mend), ReadTransliterated(text, start, mend)]
        : ReadEnglish(text, start) is { IsKnown: true } english ? [typed, english] : [typed];

    private PieceReading ReadEnglish(string text, int start)
    {
        var read = Read(TypingMode.OtherLayout, text, start, string.Concat(text.Select(KeyboardLayout.ToEnglish)), mend: false);
        return read with { Cost = read.Cost + RareNats, IsKnown = read.IsKnown && read.Words.All(word => word.Word.Length >= ShortestEnglish) };
    }

    /// <summary>«rjl.» is «код.» or «кодю»: with the last characters as letters, and without.</summary>
    private PieceReading ReadLayout(string text, int start, bool mend)
    {
        var all = string.Concat(text.Select(KeyboardLayout.ToRussian));
        var end = text.AsSpan().TrimEnd(".,;:'\"]}>").Length;
        var whole = Read(TypingMode.OtherLayout, text, start, all, mend);
        if (end == text.Length)
        {
            return whole;
        }

        var cut = Read(TypingMode.OtherLayout, text, start, all[..end] + text[end..], mend);
        return cut.Cost <= whole.Cost ? cut : whole;
    }

    private PieceReading Read(TypingMode mode, string text, int start, string? converted, bool mend)
    {
        var words = ImmutableArray.CreateBuilder<ReadWord>();
        var cost = 0.0;
        foreach (var token in WordsOf(converted ?? text))
        {
            var word = Judge(mode, token, start, mend);
            if (converted is null && word.IsKnown && word.Meant.IsEmpty && WordMender.IsPlain(token.Term) && LookAlikes.IsMixed(text.AsSpan(token.Start..token.End)))
            {
                word = word with { Meant = [new MeantWord(token.Term, 1)] }; // Whoever reads on by letters must not meet two alphabets in it.
            }

            cost += word.Cost;
            words.Add(word);
        }

        return new PieceReading(mode, words.ToImmutable(), converted, cost, words.All(word => word.IsKnown));
    }

    private ReadWord Judge(TypingMode mode, Token token, int start, bool mend)
    {
        var place = new TextSpan(start + token.Start, start + token.End);
        if (!WordMender.IsPlain(token.Term))
        {
            // A code is as it is; only in Latin letters it may be a word all the same.
            var isCode = mode == TypingMode.AsTyped && !HasDigitsForLetters(token.Term);
            return new ReadWord(place, token.Term, [], RepairKind.Typo, isCode ? 0 : mender.Unknown(token.Term), IsKnown: true);
        }

        var asTyped = mode == TypingMode.AsTyped;
        var kind = asTyped ? RepairKind.Typo : RepairKind.Layout;
        var meant = asTyped ? ImmutableArray<MeantWord>.Empty : [new MeantWord(token.Term, 1)];
        if (mender.Knows(token.Term))
        {
            var rarity = mender.Rarity(token.Term);
            return new ReadWord(place, token.Term, meant, kind, asTyped ? rarity * TypedShare : rarity + OtherHandsNats, IsKnown: true);
        }

        if (mend)
        {
            var mended = mender.Mend(token.Term);
            if (!mended.Meant.IsEmpty)
            {
                return new ReadWord(
                    place,
                    token.Term,
                    mended.IsSure ? mended.Meant : [new MeantWord(token.Term, 1), .. mended.Meant],
                    asTyped ? mended.Kind : kind,
                    mended.Cost + (asTyped ? 0 : OtherHandsNats),
                    IsKnown: false);
            }
        }

        return new ReadWord(place, token.Term, meant, kind, mender.Unknown(token.Term) + (asTyped ? 0 : OtherHandsNats), IsKnown: false);
    }

    /// <summary>«po4ta», «6kola»: only Latin letters and each 4 and 6 before one; «h264» is a code.</summary>
    private static bool HasDigitsForLetters(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetter(word[i]) && !(word[i] is '4' or '6' && i + 1 < word.Length && char.IsAsciiLetter(word[i + 1])))
            {
                return false;
            }
        }

        return true;
    }

    private PieceReading ReadTransliterated(string text, int start, bool mend)
    {
        var words = ImmutableArray.CreateBuilder<ReadWord>();
        for (var at = 0; at < text.Length; at++)
        {
            // A word that mixes the alphabets is spelled as one: its Cyrillic letters stay, and «c» before «ертификат» is no word of its own.
            var from = at;
            while (at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] is (>= 'а' and <= 'ё') or '\'' or '`' or '4' or '6'))
            {
                at++;
            }

            if (text.AsSpan(from, at - from).ContainsAnyInRange('a', 'z'))
            {
                words.Add(Decode(text[from..at], new TextSpan(start + from, start + at), mend));
            }
        }

        return new PieceReading(TypingMode.Transliterated, words.ToImmutable(), null, words.Sum(word => word.Cost), words.All(word => word.IsKnown));
    }

    private ReadWord Decode(string latin, TextSpan place, bool mend)
    {
        var spellings = Transliteration.Spellings(latin);
        var best = new ReadWord(place, latin, [], RepairKind.Transliteration, mender.Unknown(spellings[0]) + OtherHandsNats, IsKnown: false);
        foreach (var spelling in spellings.Where(spelling => WordMender.IsPlain(spelling) && mender.Knows(spelling)))
        {
            var cost = mender.Rarity(spelling) + OtherHandsNats + (mender.KnowsForm(spelling) ? 0 : NewFormNats);
            if (!best.IsKnown || cost < best.Cost)
            {
                best = best with { Meant = [new MeantWord(spelling, 1)], Cost = cost, IsKnown = true };
            }
        }

        // «4» and «6» are letters only in words that are known for sure: «h264» is a code.
        if (best.IsKnown || !mend || latin.AsSpan().ContainsAny('4', '6'))
        {
            return best;
        }

        foreach (var spelling in spellings.Where(spelling => WordMender.IsPlain(spelling)).Take(MendedSpellings))
        {
            var mended = mender.Mend(spelling, TransliterationSound);
            if (!mended.Meant.IsEmpty && mended.Cost + OtherHandsNats < best.Cost)
            {
                best = best with
                {
                    Meant = mended.IsSure ? mended.Meant : [new MeantWord(latin, 1), .. mended.Meant],
                    Cost = mended.Cost + OtherHandsNats,
                };
            }
        }

        return best;
    }

    /// <summary>The words, a compound as one where it is known as one, else its parts.</summary>
    private IEnumerable<Token> WordsOf(string text)
    {
        var tokens = Surface.Analyze(text);
        var skipTo = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Start < skipTo)
            {
                continue;
            }

            var isCompound = i + 1 < tokens.Length && tokens[i + 1].Start < tokens[i].End;
            if (isCompound && !mender.Knows(tokens[i].Term))
            {
                continue;
            }

            skipTo = tokens[i].End;
            yield return tokens[i];
        }
    }
}
