using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kb.Content.Register;

/// <summary>The register of requests: everything that the service knows people may ask for. Immutable.</summary>
public sealed class RequestRegister
{
    /// <param name="types">Types in the order of the file.</param>
    /// <param name="talk">Turns of talk that are not requests.</param>
    /// <param name="commands">Commands, recognised before any model runs.</param>
    /// <exception cref="ArgumentException">Two kinds, talk turns or commands share an id.</exception>
    public RequestRegister(ImmutableArray<RequestType> types, ImmutableArray<TalkTurn> talk, ImmutableArray<BotCommand> commands)
    {
        Types = types;
        Talk = talk;
        Commands = commands;
        Kinds = types.SelectMany(type => type.Kinds).ToFrozenDictionary(kind => kind.Id);
    }

    /// <summary>Types in the order of the file.</summary>
    public ImmutableArray<RequestType> Types { get; }

    /// <summary>Greetings, thanks and the like.</summary>
    public ImmutableArray<TalkTurn> Talk { get; }

    /// <summary>«Передать оператору» and its siblings.</summary>
    public ImmutableArray<BotCommand> Commands { get; }

    /// <summary>Every kind by its id.</summary>
    public FrozenDictionary<KindId, RequestKind> Kinds { get; }
}

/// <summary>Key of a request kind: kebab-case, stable, used in URLs and files.</summary>
public readonly record struct KindId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A category of requests («Оплата»).</summary>
public sealed record RequestType(string Id, string Name, ImmutableArray<RequestKind> Kinds);

/// <summary>One kind of request: what people want, who owns it and by when.</summary>
/// <param name="Id">Stable key.</param>
/// <param name="Type">Id of the type it belongs to.</param>
/// <param name="Name">What people see, in Russian.</param>
/// <param name="Line">Support line that owns a ticket of this kind: 1, 2 or 3.</param>
/// <param name="Service">How soon it must be resolved.</param>
/// <param name="Answer">What the bot may do by itself.</param>
/// <param name="Ask">Fields that a ticket needs before an agent can work on it.</param>
public sealed record RequestKind(
    KindId Id,
    string Type,
    string Name,
    int Line,
    ServiceClass Service,
    AnswerMode Answer,
    ImmutableArray<string> Ask)
{
    /// <summary>How much dearer it is to take another question for one of this kind than to take it for an ordinary one.</summary>
    /// <value>1 to 10; 1 by default.</value>
    public int Cost { get; init; } = 1;
}

/// <summary>A turn of talk that is not a request («Приветствие»).</summary>
public sealed record TalkTurn(string Id, string Name)
{
    /// <summary>The kinds that are mostly meant where the turn names none: «не работает».</summary>
    /// <value>Offered as buttons, in order; empty for most turns.</value>
    public ImmutableArray<KindId> Mostly { get; init; } = [];
}

/// <summary>A command of the student and a few wordings of it.</summary>
public sealed record BotCommand(string Id, string Name, ImmutableArray<string> Examples);

/// <summary>Resolution target, in working time of the calendar in force.</summary>
public enum ServiceClass
{
    /// <summary>5 hours.</summary>
    Urgent,

    /// <summary>24 hours.</summary>
    Today,

    /// <summary>72 hours.</summary>
    Later,
}

/// <summary>What the bot may do with a kind by itself.</summary>
public enum AnswerMode
{
    /// <summary>Close it from the knowledge base alone.</summary>
    Self,

    /// <summary>Answer, then ask whether it helped and offer a person.</summary>
    Guided,

    /// <summary>Say what will happen and pass it to a person.</summary>
    Operator,
}
