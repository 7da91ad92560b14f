using Kb.Bot.Answers;
using Kb.Bot.Dialogue;
using Kb.Bot.Tests.Samples;

namespace Kb.Bot.Tests.Handoff;

/// <summary>
/// The promise of the service: whoever asks for a person gets one in one step, in any state of the talk, however they type it; and
/// nobody gets one for naming an operator. The lists «of twenty» and «of forty» were written before the grammar was opened; «heard» are mistakes that people met.
/// </summary>
public sealed class HandoffContractTests
{
    private const int Rounds = 1;

    private static readonly SupportBot Bot = SupportBot.Create(SampleBase.Knowledge, new ScriptedClassifier(), new AnswerOptions());

    private static readonly TurnContext Context = SampleBot.Context();

    private static readonly string[] Corruptions = ["", "РЕГИСТР", "опечатка", "раскладка", "translit", "вежливость", "знаки"];

    private static readonly string[] Wordings = [.. Lines("wordings.txt"), .. Lines("wordings-of-twenty.txt"), .. Lines("wordings-of-forty.txt"), .. Lines("wordings-heard.txt")];

    private static readonly string[] LookAlikes = [.. Lines("look-alikes.txt"), .. Lines("look-alikes-of-twenty.txt"), .. Lines("look-alikes-of-forty.txt"), .. Lines("look-alikes-heard.txt")];

    /// <summary>Every state in which the bot has the word, by what led there.</summary>
    private static readonly Dictionary<string, DialogueState> States = new()
    {
        ["fresh"] = DialogueState.Fresh,
        ["answered"] = After(new DialogueEvent.Wrote("как скачать сертификат"), new DialogueEvent.Answered(new("certificate-get"), new("certificate-get"))),
        ["asked back"] = After(new DialogueEvent.Wrote("вебинар"), new DialogueEvent.Clarified([new("webinar-link"), new("webinar-recording")])),
        ["refused"] = After(new DialogueEvent.Wrote("рецепт борща"), new DialogueEvent.Refused(RefusalReason.ForeignWords)),
        ["not helped"] = After(new DialogueEvent.Wrote("пароль"), new DialogueEvent.Answered(new("password-reset"), new("password-reset")), new DialogueEvent.Rated(false)),
        ["new request"] = After(new DialogueEvent.Wrote("создать заявку"), new DialogueEvent.Talked("new-ticket")),
        ["form, address"] = Form("email"),
        ["form, words"] = Form("reason"),
    };

    public static TheoryData<string> StateNames => [.. States.Keys];

    [Fact]
    public void The_lists_are_long_enough_and_say_nothing_twice()
    {
        Assert.True(Wordings.Distinct().Count() >= 150 && LookAlikes.Distinct().Count() >= 150);
        Assert.Empty(Wordings.Intersect(LookAlikes));
    }

    [Theory]
    [MemberData(nameof(StateNames))]
    public void Whoever_asks_for_a_person_gets_one_in_one_step(string state)
    {
        var missed = Play(Wordings, state, seed: 20_265).Where(played => !played.Asked).Select(played => played.Message).ToList();

        Assert.True(missed.Count == 0, $"{missed.Count} missed:\n{string.Join('\n', missed.Distinct().Take(60))}");
    }

    [Theory]
    [MemberData(nameof(StateNames))]
    public void Nobody_gets_a_person_for_naming_one(string state)
    {
        var taken = Play(LookAlikes, state, seed: 20_266).Where(played => played.Asked).Select(played => played.Message).ToList();

        Assert.True(taken.Count == 0, $"{taken.Count} taken:\n{string.Join('\n', taken.Distinct().Take(60))}");
    }

    private static IEnumerable<(string Message, bool Asked)> Play(string[] messages, string state, int seed)
    {
        var random = new Random(seed);
        foreach (var message in messages)
        {
            foreach (var corruption in Corruption.IsRussian(message) ? Corruptions : [""])
            {
                for (var round = 0; round < (corruption.Length == 0 ? 1 : Rounds); round++)
                {
                    var typed = corruption.Length == 0 ? message : Corruption.Apply(corruption, message, random);
                    var turn = Bot.Turn(States[state], new StudentInput.Text(typed), Context);
                    yield return ($"{message} → {typed}", turn.Effects.OfType<BotEffect.RaiseHandoff>().Any(raised => raised.Reason == HandoffReason.Asked));
                }
            }
        }
    }

    private static DialogueState Form(string field) => After(
        new DialogueEvent.Wrote("оформите возврат"), new DialogueEvent.FormOpened(new("refund-request"), null, "оформите возврат"), new DialogueEvent.FieldAsked(field));

    private static DialogueState After(params DialogueEvent[] events) => DialogueState.After(events);

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Handoff", file)).Where(line => line.Length > 0 && line[0] != '#');
}
