using Kb.Bot.Dialogue;
using Kb.Bot.Tests.Samples;

namespace Kb.Bot.Tests.Dialogue;

/// <summary>Plays a talk and writes it down as Markdown that a person can read.</summary>
internal sealed class Transcript(params IEnumerable<string> grants)
{
    private readonly List<string> _text = [];
    private readonly List<DialogueEvent> _events = [];
    private readonly TurnContext _context = SampleBot.Context(grants);

    /// <summary>The bot of the talk; the trained one unless a test scripts it.</summary>
    public SupportBot Bot { get; init; } = SampleBot.Create();

    public DialogueState State { get; private set; } = DialogueState.Fresh;

    public Transcript Writes(string message) => Take(new StudentInput.Text(message), message.Length <= 200 ? message : message[..200] + "…");

    public Transcript Presses(string action) => Take(new StudentInput.Press(action), $"[{action}]");

    public Transcript PersonReturnsTheTalk()
    {
        var returned = new DialogueEvent.Returned();
        _events.Add(returned);
        State = State.With(returned);
        _text.Add("*Сотрудник вернул разговор боту.*\n\n");
        return this;
    }

    public string Play()
    {
        // Every transcript also proves that the stored events rebuild the state.
        var restored = DialogueState.After(_events.Select(happened => DialogueJson.Read(DialogueJson.Write(happened))));
        Assert.Equal(_events.Select(DialogueJson.Write), _events.Select(happened => DialogueJson.Write(DialogueJson.Read(DialogueJson.Write(happened)))));
        Assert.Equal((State.WithPerson, State.Expecting, State.Question, State.Turns), (restored.WithPerson, restored.Expecting, restored.Question, restored.Turns));
        return string.Concat(_text);
    }

    private Transcript Take(StudentInput input, string shown)
    {
        var turn = Bot.Turn(State, input, _context);
        State = turn.State;
        _events.AddRange(turn.Events);
        _text.Add($"**Студент:** {shown}\n\n");
        if (turn.Reply is { } reply)
        {
            _text.Add($"**Бот:** {reply.Markdown}\n");
            AppendLine("источник", reply.Sources.Select(source => source.Value));
            AppendLine("кнопки", reply.Actions.Select(action => $"[{action.Label}]({action.Id})"));
            _text.Add("\n");
        }
        else
        {
            _text.Add("*Бот молчит.*\n\n");
        }

        foreach (var effect in turn.Effects)
        {
            _text.Add(effect switch
            {
                BotEffect.RaiseHandoff handoff =>
                    $"→ *передача: {handoff.Reason}, вид: {handoff.Kind?.Value ?? "—"}, вопрос: «{handoff.Question}», показано: {List(handoff.Shown)}, не помогло: {List(handoff.Rejected)}{(handoff.Fields.IsEmpty ? "" : $", поля: {List(handoff.Fields.Select(field => $"{field.Id} = {field.Value}"))}")}{(handoff.Title == handoff.Question ? "" : $", тема: «{handoff.Title}»")}{(handoff.Considered.IsEmpty ? "" : $", нашёл и не показал: {List(handoff.Considered)}")}*\n\n",
                _ => $"→ *{effect.GetType().Name}*\n\n",
            });
        }

        return this;
    }

    private static string List<T>(IEnumerable<T> items) => items.Any() ? string.Join(", ", items) : "—";

    private void AppendLine(string label, IEnumerable<string> items)
    {
        if (items.Any())
        {
            _text.Add($"> {label}: {string.Join(" · ", items)}\n");
        }
    }
}
