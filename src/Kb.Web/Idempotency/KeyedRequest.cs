using System.Security.Cryptography;
using System.Text.Json;
using Kb.Desk.Storage.Idempotency;
using Kb.Web.Hosting;
using Kb.Web.Security;

namespace Kb.Web.Idempotency;

/// <summary>The part of a request by which a repetition is known: who, what, and under which key. Binds as an endpoint's parameter.</summary>
/// <param name="Scope">Subject, method and path.</param>
/// <param name="Key">The <c>Idempotency-Key</c>; null when it is missing or of an impossible length.</param>
/// <remarks>draft-ietf-httpapi-idempotency-key-header.</remarks>
public sealed record KeyedRequest(string Scope, string? Key)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int MaxKeyLength = 255;

    /// <summary>Binds the parameter.</summary>
    public static ValueTask<KeyedRequest?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<KeyedRequest?>(Of(context, context.Request.Headers[Header] is [{ } key] ? key : null));

    /// <summary>The same for a form, which cannot send a header and carries its key in a field.</summary>
    internal static KeyedRequest Of(HttpContext context, string? key) => new(
        $"{KbClaims.SubjectOf(context.User)} {context.Request.Method} {context.Request.Path}",
        key is { Length: > 0 and <= MaxKeyLength } ? key : null);

    /// <summary>The same with its body: two bodies that read the same are the same, whatever their spaces.</summary>
    internal IdempotentRequest With<TBody>(TBody body) => new(
        Scope,
        Key!,
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, KbJson.Options))));
}
