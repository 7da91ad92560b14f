using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Kb.Search.Index.Storage;

/// <summary>Documents in a snapshot: the rules once, then every document with the number of its rule.</summary>
internal static class DocumentFormat
{
    /// <summary>Writes documents.</summary>
    public static void Write(SnapshotOutput output, ImmutableArray<SearchDocument> documents, DocumentVisibility visibility)
    {
        output.Write(visibility.Rules.Length);
        foreach (var rule in visibility.Rules)
        {
            Write(output, rule);
        }

        output.Write(documents.Length);
        for (var i = 0; i < documents.Length; i++)
        {
            output.Write(visibility.RuleOf(i));
            Write(output, documents[i]);
        }
    }

    /// <summary>Reads documents.</summary>
    /// <exception cref="InvalidDataException">That is not what was written.</exception>
    public static ImmutableArray<SearchDocument> Read(SnapshotInput input)
    {
        var rules = new AccessRule[input.ReadInt()];
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] = ReadRule(input);
        }

        var documents = ImmutableArray.CreateBuilder<SearchDocument>(input.ReadInt());
        while (documents.Count < documents.Capacity)
        {
            documents.Add(ReadDocument(input, rules[input.ReadInt()]));
        }

        return documents.MoveToImmutable();
    }

    private static void Write(SnapshotOutput output, AccessRule rule)
    {
        output.Write(rule.Clauses.Length);
        foreach (var clause in rule.Clauses)
        {
            output.Write(clause.Count);
            foreach (var grant in clause)
            {
                output.Write(grant);
            }
        }
    }

    private static AccessRule ReadRule(SnapshotInput input)
    {
        var clauses = new FrozenSet<string>[input.ReadInt()];
        for (var i = 0; i < clauses.Length; i++)
        {
            clauses[i] = Enumerable.Range(0, input.ReadInt()).Select(_ => input.ReadString()).ToFrozenSet(StringComparer.Ordinal);
        }

        return new AccessRule([.. clauses]);
    }

    private static void Write(SnapshotOutput output, SearchDocument document)
    {
        output.Write(document.Id);
        output.Write(document.Title);
        output.Write(document.Fields.Length);
        foreach (var (field, text) in document.Fields)
        {
            output.Write(field);
            output.Write(text);
        }

        output.WriteArray<long>([document.ValidFrom?.UtcTicks ?? -1, document.ValidUntil?.UtcTicks ?? -1]);
        output.Write(document.Attributes.Count);
        foreach (var (name, value) in document.Attributes)
        {
            output.Write(name);
            output.Write(value);
        }
    }

    private static SearchDocument ReadDocument(SnapshotInput input, AccessRule access)
    {
        var document = new SearchDocument
        {
            Id = input.ReadString(),
            Title = input.ReadString(),
            Fields = ReadFields(input),
            Access = access,
        };
        var validity = input.ReadArray<long>();
        return document with
        {
            ValidFrom = Instant(validity[0]),
            ValidUntil = Instant(validity[1]),
            Attributes = ImmutableDictionary.CreateRange(
                Enumerable.Range(0, input.ReadInt()).Select(_ => KeyValuePair.Create(input.ReadName(), input.ReadName()))),
        };
    }

    private static ImmutableArray<FieldText> ReadFields(SnapshotInput input)
    {
        var fields = new FieldText[input.ReadInt()];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = new FieldText(input.ReadName(), input.ReadString());
        }

        return [.. fields];
    }

    /// <summary>The same instant; the offset from UTC, which nothing here depends on, is not kept.</summary>
    private static DateTimeOffset? Instant(long utcTicks) => utcTicks < 0 ? null : new DateTimeOffset(utcTicks, TimeSpan.Zero);
}
