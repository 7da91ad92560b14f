using System.Collections.Immutable;
using Kb.Bot.Commands;
using Kb.Bot.Dialogue;
using Kb.Bot.Handoff;
using Kb.Bot.Intents;
using Kb.Bot.Understanding;
using Kb.Search.Repair;

namespace Kb.Bot.Answers;

/// <summary>Reads a message with everything that understands one: commands, vocabulary, classifier. Immutable, thread-safe.</summary>
internal sealed class MessageReader(CommandRecognizer commands, LearnedPhrases phrases, KnownWords words, ForeignNames foreign, QueryRepair repair, ArticleEvidence articles, IIntentClassifier classifier, AnswerOptions options)
{
    /// <summary>How many guesses are kept.</summary>
    private const int Top = 5;

    /// <summary>A search for more characters takes longer than reading them, and finds a bit of everything.</summary>
    internal const int LongestSearched = 160;

    /// <summary>A guess that no article changes: with such a lead it was right for all but one in a hundred.</summary>
    private const double BeyondDoubt = 0.99;

    private readonly JointGuess _joint = new(options, articles.Kinds);

    /// <summary>Reads one message.</summary>
    public ReadMessage Read(string raw)
    {
        var read = Read(Utterance.Read(raw), repair.Remembering(), search: true);
        // Whoever calls a person or cries for help is heard, whatever else was taught.
        return read.Command.Command is not (CommandIds.Operator or TalkIds.Distress) && phrases.KindOf(read.Utterance) is { } kind ? read.AsLearned(kind) : read;
    }

    /// <summary>Reads a part of a message that was read whole: where that had nothing to mend, its parts have nothing either.</summary>
    public ReadMessage ReadPart(string part, ReadMessage whole) => Read(Utterance.Read(part), whole.Repair, search: false);

    /// <summary>Reads what is left of a message as if it were all of it.</summary>
    public ReadMessage ReadRest(string rest, ReadMessage whole) => Read(Utterance.Read(rest), whole.Repair, search: true);

    private ReadMessage Read(Utterance utterance, QueryRepair? mender, bool search)
    {
        var readings = Readings.Of(utterance);
        var command = commands.Read(readings);
        var angry = Temper.IsAngry(utterance);
        var (meant, evidence) = MostFamiliar(utterance, readings, angry, mender);
        var ranking = classifier.Rank(meant, classifier.Intents.Length);
        ImmutableArray<FoundKind> found = search && NeedsSearch(meant.Text, evidence, ranking) ? articles.KindsFor(meant.Text) : [];
        ranking = _joint.Of(ranking, found);
        if (command.Handoff == HandoffCall.Mentions)
        {
            // The grammar saw a person denied or named by trade; letters alone must not overrule it.
            ranking = ranking.RemoveAll(guess => guess.Intent == CommandIds.Operator);
        }

        return new ReadMessage(utterance, command, ranking[..Math.Min(Top, ranking.Length)], evidence)
        {
            Meant = meant.Text,
            Found = found,
            Repair = meant == utterance ? null : mender,
            IsOutburst = angry && Temper.IsOutburst(utterance),
            Foreign = foreign.Read(utterance.Text, words) ?? (meant.Folded == utterance.Folded ? null : foreign.Read(meant.Text, words)),
        };
    }

    /// <summary>A search takes longer than all the rest: of one word both opinions are the same, and what is refused for its words is refused whatever is found.</summary>
    private bool NeedsSearch(string text, WordEvidence evidence, ImmutableArray<ScoredIntent> ranking) =>
        options.SearchWeight > 0 && evidence.Count > 1 && evidence.Coverage >= options.MinCoverage && text.Length <= LongestSearched && ranking is [{ Confidence: < BeyondDoubt }, ..];

    /// <summary>A message with typos, in the wrong layout or in Latin letters is read the way the base knows most words of.</summary>
    private (Utterance Meant, WordEvidence Words) MostFamiliar(Utterance utterance, ImmutableArray<string> readings, bool angry, QueryRepair? mender)
    {
        var best = (Text: utterance.Folded, Words: words.Read(utterance.Text));
        foreach (var reading in readings[1..])
        {
            var read = words.Read(reading);
            best = read.Coverage > best.Words.Coverage ? (reading, read) : best;
        }

        if (mender?.Read(utterance.Text) is { Changes.IsEmpty: false } repaired)
        {
            var read = words.Read(repaired.Text);
            // Evidence forgives a typo, the classifier does not: as many known words are enough.
            best = read.Coverage >= best.Words.Coverage ? (repaired.Text, read) : best;
        }

        if (angry && words.Read(Temper.Calm(best.Text)) is var calm && calm.Coverage > best.Words.Coverage)
        {
            best = (Temper.Calm(best.Text), calm);
        }

        return (best.Text == utterance.Folded ? utterance : Utterance.Read(best.Text), best.Words);
    }
}
