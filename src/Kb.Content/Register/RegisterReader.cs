using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Kb.Content.Lint;
using Kb.Content.Yaml;

namespace Kb.Content.Register;

/// <summary>register.yaml → <see cref="RequestRegister"/>.</summary>
internal static partial class RegisterReader
{
    private static readonly Dictionary<string, ServiceClass> ServiceClasses = new(StringComparer.Ordinal)
    {
        ["urgent"] = ServiceClass.Urgent,
        ["today"] = ServiceClass.Today,
        ["later"] = ServiceClass.Later,
    };

    private static readonly Dictionary<string, AnswerMode> AnswerModes = new(StringComparer.Ordinal)
    {
        ["self"] = AnswerMode.Self,
        ["guided"] = AnswerMode.Guided,
        ["operator"] = AnswerMode.Operator,
    };

    /// <summary>Reads the register; what is wrong in one entry does not hide the others.</summary>
    /// <returns>The register, or null when the file cannot be read at all.</returns>
    public static RequestRegister? Read(string text, string file, ICollection<ContentFinding> findings)
    {
        if (YamlTreeReader.Read(text, file, 1, findings) is not YamlTree.Map map)
        {
            return null;
        }

        var fields = new YamlFields(map, file, findings);
        var ids = new UniqueIds(file, findings);
        var types = fields.Maps("types").Select(type => ReadType(type, ids)).ToImmutableArray();
        var talk = fields.Maps("talk").Select(turn => ReadTalk(turn, ids)).ToImmutableArray();
        var commands = fields.Maps("commands").Select(command => ReadCommand(command, ids)).ToImmutableArray();
        fields.RefuseUnknown();
        return ids.AllUnique ? new RequestRegister(types, talk, commands) : null;
    }

    private static RequestType ReadType(YamlFields fields, UniqueIds ids)
    {
        var line = fields.Line;
        var id = fields.Required("id");
        ids.Claim("type:" + id, line);
        var type = new RequestType(id, fields.Required("name"), [.. fields.Maps("kinds").Select(kind => ReadKind(kind, id, ids))]);
        fields.RefuseUnknown();
        return type;
    }

    private static RequestKind ReadKind(YamlFields fields, string type, UniqueIds ids)
    {
        var line = fields.Line;
        var id = fields.Required("id");
        ids.Claim(id, line);
        var kind = new RequestKind(
            new KindId(id),
            type,
            fields.Required("name"),
            fields.Number("line", 1, 3, 1),
            fields.OneOf("service", ServiceClass.Today, ServiceClasses),
            fields.OneOf("answer", AnswerMode.Guided, AnswerModes),
            fields.Texts("ask"))
        {
            Cost = fields.Number("cost", 1, 10, 1),
        };
        fields.RefuseUnknown();
        return kind;
    }

    private static TalkTurn ReadTalk(YamlFields fields, UniqueIds ids)
    {
        var line = fields.Line;
        var turn = new TalkTurn(fields.Required("id"), fields.Required("name")) { Mostly = [.. fields.Texts("mostly").Select(kind => new KindId(kind))] };
        ids.Claim(turn.Id, line);
        fields.RefuseUnknown();
        return turn;
    }

    private static BotCommand ReadCommand(YamlFields fields, UniqueIds ids)
    {
        var line = fields.Line;
        var command = new BotCommand(fields.Required("id"), fields.Required("name"), fields.Texts("examples"));
        ids.Claim(command.Id, line);
        fields.RefuseUnknown();
        return command;
    }

    /// <summary>Kinds, talk turns and commands share one space of ids: the classifier answers with any of them.</summary>
    private sealed partial class UniqueIds(string file, ICollection<ContentFinding> findings)
    {
        private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

        public bool AllUnique { get; private set; } = true;

        public void Claim(string id, int line)
        {
            if (!_lines.TryAdd(id, line))
            {
                AllUnique = false;
                findings.Add(ContentFinding.Error("id-duplicate", file, line, $"Ключ «{id}» уже занят в строке {_lines[id]}.", "Дайте записи другой ключ."));
            }
            else if (!KebabCase().IsMatch(id))
            {
                findings.Add(ContentFinding.Error("id-shape", file, line, $"Ключ «{id}» записан не так.", "Используйте строчные латинские буквы, цифры и дефисы."));
            }
        }

        [GeneratedRegex("^(type:)?[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
        private static partial Regex KebabCase();
    }
}
