using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Kb.Bot.Answers;
using Kb.Bot.Dialogue;

namespace Kb.Bot.Tests.Transcripts;

/// <summary>
/// A talk in Markdown. Lines before the first turn set the scene («студент: Мария Соколова, maria@example.ru», «курс: Дизайн до 2026-12-20»,
/// «сейчас: 2026-11-20 23:10», «обещание: …», «обращение: 12 refund-request В работе», «обращение разговора: 12»). A turn begins with «**Студент:**»; the lines up to
/// the bot's are one message each of a burst; «[helped]» presses a button, «[№ 2]» the second of the last reply; «[+00:40]» lets forty minutes pass.
/// </summary>
internal static class TalkFile
{
    private const string Student = "**Студент:** ";
    private const string Bot = "**Бот:** ";

    /// <summary>Of their own, so that tuning the real ones on real questions changes no talk.</summary>
    private static readonly AnswerOptions Thresholds = new() { AnswerThreshold = 0.6, AmbiguityMargin = 0.2, ClarifyThreshold = 0.3, ChoiceShare = 0.2, MinCoverage = 0.5, MinKindCoverage = 0.34, MinKindCoverageFound = 0.34, SearchWeight = 0 };

    private static readonly Lazy<SupportBot> Support = new(() =>
        SupportBot.Create(TalkBase.Knowledge, new NearestPhraseClassifier(TalkBase.Knowledge.Phrases), Thresholds));

    public static string Folder { get; } = FolderOf();

    /// <summary>Replays the student's part of a file.</summary>
    public static string Play(string file)
    {
        var lines = file.Split('\n');
        var first = Array.FindIndex(lines, line => line.StartsWith(Student, StringComparison.Ordinal));
        var head = lines[..first];
        var context = Context(head);
        var state = DialogueState.Fresh;
        var events = new List<DialogueEvent>();
        var text = new StringBuilder(string.Join('\n', head).TrimEnd()).Append("\n\n");
        var buttons = ImmutableArray<ReplyAction>.Empty;
        foreach (var message in Messages(lines[first..]))
        {
            if (Pause(message) is { } pause)
            {
                context = context with { Now = context.Now + pause };
                text.Append(Student).Append(message).Append("\n\n");
                continue;
            }

            var turn = Support.Value.Turn(state, Input(message, buttons), context);
            state = turn.State;
            events.AddRange(turn.Events);
            buttons = turn.Reply?.Actions ?? buttons;
            Write(text, message, turn);
        }

        // Every talk also proves that the stored events rebuild the state.
        var restored = DialogueState.After(events.Select(happened => DialogueJson.Read(DialogueJson.Write(happened))));
        Assert.Equal((state.WithPerson, state.Expecting, state.Question, state.Turns, state.Form?.Asking), (restored.WithPerson, restored.Expecting, restored.Question, restored.Turns, restored.Form?.Asking));
        return text.ToString().TrimEnd() + "\n";
    }

    private static IEnumerable<string> Messages(string[] lines)
    {
        var message = new List<string>();
        foreach (var line in lines.Append(Student))
        {
            if (line.StartsWith(Student, StringComparison.Ordinal) || line.StartsWith(Bot, StringComparison.Ordinal) || line.StartsWith('*') || line.StartsWith('→'))
            {
                if (message.Count > 0)
                {
                    yield return string.Join('\n', message).TrimEnd();
                }

                message.Clear();
                if (line.Length > Student.Length && line.StartsWith(Student, StringComparison.Ordinal))
                {
                    message.Add(line[Student.Length..]);
                }
            }
            else if (message.Count > 0)
            {
                message.Add(line);
            }
        }
    }

    private static TimeSpan? Pause(string message) =>
        message is ['[', '+', .. var time, ']'] ? TimeSpan.Parse(time, CultureInfo.InvariantCulture) : null;

    private static StudentInput Input(string message, ImmutableArray<ReplyAction> buttons) => message switch
    {
        ['[', '№', ' ', var number, ']'] => new StudentInput.Press(buttons[number - '1'].Id),
        ['[', .. var action, ']'] => new StudentInput.Press(action),
        _ => new StudentInput.Text(message),
    };

    private static void Write(StringBuilder text, string message, DialogueTurn turn)
    {
        text.Append(Student).Append(message).Append("\n\n");
        if (turn.Reply is { } reply)
        {
            text.Append(Bot).Append(reply.Markdown).Append("\n\n");
            AppendLine(text, "Источник", reply.Sources.Select(source => source.Value));
            AppendLine(text, "Кнопки", reply.Actions.Select(action => $"[{action.Label}]"));
        }
        else
        {
            text.Append("*Бот молчит.*\n\n");
        }

        foreach (var effect in turn.Effects)
        {
            text.Append(effect is BotEffect.RaiseHandoff handoff ? Packet(handoff) : "→ Показать обращения\n\n");
        }
    }

    private static string Packet(BotEffect.RaiseHandoff handoff) =>
        $"→ Передача ({handoff.Reason}), вид: {handoff.Kind?.Value ?? "—"}, вопрос: «{handoff.Question.Replace("\n", " / ", StringComparison.Ordinal)}»"
        + (handoff.Fields.IsEmpty ? "" : $", поля: {string.Join("; ", handoff.Fields.Select(field => $"{field.Id} = {field.Value}"))}")
        + (handoff.Shown.IsEmpty ? "" : $", показано: {string.Join(", ", handoff.Shown)}")
        + (handoff.Rejected.IsEmpty ? "" : $", не помогло: {string.Join(", ", handoff.Rejected)}") + "\n\n";

    private static void AppendLine(StringBuilder text, string label, IEnumerable<string> items)
    {
        if (items.Any())
        {
            text.Append('*').Append(label).Append(": ").Append(string.Join(' ', items)).Append("*\n\n");
        }
    }

    private static TurnContext Context(string[] head)
    {
        var scene = head.Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2).Select(parts => (Key: parts[0], Value: parts[1])).ToLookup(pair => pair.Key, pair => pair.Value);
        var student = scene["студент"].FirstOrDefault()?.Split(", ");
        return new TurnContext(
            FrozenSet.Create("public", "students"),
            new DateTimeOffset(DateTime.Parse(scene["сейчас"].FirstOrDefault() ?? "2026-11-20 12:00", CultureInfo.InvariantCulture), TimeSpan.FromHours(3)),
            scene["обещание"].FirstOrDefault() ?? "Ответим в течение 5 минут.")
        {
            Student = student is null ? null : new StudentCard(student[0], student.ElementAtOrDefault(1), [.. scene["курс"].Select(Course)]),
            HasRequest = scene.Contains("обращение разговора"),
            OpenRequests = [.. scene["обращение"].Select(line => line.Split(' ', 3)).Select(parts => new OpenRequest(long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2]))],
        };
    }

    private static StudentCourse Course(string line) => line.Split(" до ") is [var title, var until]
        ? new StudentCourse(title, DateOnly.Parse(until, CultureInfo.InvariantCulture))
        : new StudentCourse(line, null);

    private static string FolderOf([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
