using System.Collections.Immutable;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue.Forms;
using Kb.Bot.Dialogue.Requests;
using Kb.Content;
using Kb.Content.Articles;
using Kb.Content.Register;

namespace Kb.Bot.Dialogue;

/// <summary>
/// What a talk that is handed over is about, in one line, and what the bot had in mind for it. «Здравствуйте», «можно вопрос» and «позовите
/// оператора» are no subject: whoever reads a queue must see what is wanted.
/// </summary>
internal sealed class HandoffSubject(KnowledgeBase knowledge, MessageReader reader, AnswerPolicy policy)
{
    /// <summary>More articles than these nobody opens.</summary>
    private const int MostConsidered = 3;

    /// <summary>Confidence from which a guess was in question at all.</summary>
    private const double Likely = 0.1;

    /// <summary>What search finds with less than this share of the best score was never in question.</summary>
    private const double NearBest = 0.7;

    /// <summary>The packet with its title and with the articles that the bot found and did not quote.</summary>
    public BotEffect.RaiseHandoff Complete(BotEffect.RaiseHandoff packet, DialogueState state, TurnContext context)
    {
        var title = TitleOf(packet, state, context);
        return packet with { Title = title, Considered = title.Length == 0 ? [] : Considered(title, packet, context) };
    }

    /// <summary>The first line whose kind is sure; else the longest one that says anything, of the question or of what was said around it. Empty where none does.</summary>
    private string TitleOf(BotEffect.RaiseHandoff packet, DialogueState state, TurnContext context)
    {
        var asked = packet.Question.Split('\n').Select(line => Wanted(line, context)).Where(line => line.Length > 0).ToList();
        asked = asked.Count > 0 ? asked : [.. state.Said.SelectMany(said => CardNumbers.Mask(said).Split('\n')).Select(line => Wanted(line, context)).Where(line => line.Length > 0)];
        return asked.Count < 2 ? string.Concat(asked) : asked.FirstOrDefault(line => policy.SureKind(reader.Read(line)) is not null) ?? asked.MaxBy(line => line.Length)!;
    }

    /// <summary>A line without the greetings and announcements that it begins with; empty where it is nothing else.</summary>
    private string Wanted(string line, TurnContext context)
    {
        if (Contacts.Only(line))
        {
            return "";
        }

        // «Позовите оператора, курс не открывается» asks for a person, and says why: it is kept whole.
        var said = Segment.Of(line).SkipWhile(segment => segment.Greets || !Says(segment.Text, context)).FirstOrDefault();
        return said is null ? "" : line[Math.Max(0, line.IndexOf(said.Text, StringComparison.Ordinal))..].Trim();
    }

    private bool Says(string text, TurnContext context) => policy.Decide(reader.Read(text), context.Reader, mayClarify: false) switch
    {
        Decision.Talk(var id) => id == TalkIds.Broken,
        Decision.HandOff { Reason: HandoffReason.Asked } => HandoffPacket.IsMoreThanCommand(text),
        Decision.Refuse { Reason: RefusalReason.NoWords or RefusalReason.Outburst } => false,
        _ => true,
    };

    private ImmutableArray<ArticleId> Considered(string question, BotEffect.RaiseHandoff packet, TurnContext context)
    {
        var message = reader.Read(question);
        return
        [
            .. message.Ranking.Where(guess => guess.Confidence >= Likely).Select(guess => guess.Intent)
                .Concat(message.Found.Where(found => found.Share >= NearBest).Select(found => found.Kind))
                .Distinct()
                // A form began with what the article says will happen.
                .Where(intent => packet.Reason != HandoffReason.KindNeedsPerson || intent != packet.Kind?.Value)
                .Select(intent => knowledge.Register.Kinds.GetValueOrDefault(new KindId(intent)))
                .OfType<RequestKind>()
                .Select(kind => policy.DecideKind(kind, context.Reader, message.Meant) switch
                {
                    Decision.Answer answer => answer.Article.Id,
                    Decision.HandOff { Article: { } article } => article.Id,
                    _ => (ArticleId?)null,
                })
                .OfType<ArticleId>()
                .Except(packet.Shown)
                .Take(MostConsidered),
        ];
    }
}
