using System.Collections.Immutable;
using Kb.Search.Index;

namespace Kb.Search.Tests.Index;

/// <summary>Small random bases: few words, so that documents share them, in several forms; fields that repeat or are missing, rules, dates, attributes.</summary>
internal sealed class RandomCorpus(int seed)
{
    private static readonly string[] Words =
    [
        "курс", "курсы", "курсом", "оплата", "оплаты", "оплатить", "онлайн-курс", "сертификат", "сертификаты", "вход", "войти", "как", "и", "на",
        "деньги", "возврат", "возврата", "v2.1", "24", "письмо", "почта", "а@б", "x", "Ёлка", "елки", "урок", "уроки", "проверка", "проверить",
    ];

    private readonly Random _random = new(seed);

    /// <summary>As many documents, with ids from 0.</summary>
    public SearchDocument[] Documents(int count) => [.. Enumerable.Range(0, count).Select(i => Document($"{i:000}"))];

    /// <summary>A document of this id.</summary>
    public SearchDocument Document(string id) => new()
    {
        Id = id,
        Title = id,
        Fields = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => new FieldText(_random.Next(3) == 0 ? "title" : "body", Text(_random.Next(60))))],
        Access = _random.Next(4) == 0 ? AccessRule.Everyone.AndAnyOf("agents") : AccessRule.Everyone,
        ValidUntil = _random.Next(5) == 0 ? DateTimeOffset.UnixEpoch : null,
        Attributes = _random.Next(3) == 0
            ? ImmutableDictionary<string, string>.Empty
            : ImmutableDictionary<string, string>.Empty.Add("type", _random.Next(2) == 0 ? "article" : "note"),
    };

    /// <summary>Words in a row, the first ones oftener.</summary>
    public string Text(int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[Math.Min(_random.Next(Words.Length), _random.Next(Words.Length))]));

    /// <summary>0 to <paramref name="below"/> − 1.</summary>
    public int Next(int below) => _random.Next(below);
}
