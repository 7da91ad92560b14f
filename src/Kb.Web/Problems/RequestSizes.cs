using Microsoft.AspNetCore.Http.Metadata;

namespace Kb.Web.Problems;

/// <summary>
/// Refuses a body by its declared length before anything reads it. Bodies without a declared length meet the same limit in the server.
/// A route that takes files raises its limit with <see cref="IRequestSizeLimitMetadata"/>.
/// </summary>
internal static class RequestSizes
{
    /// <summary>Largest body of an ordinary request, in bytes.</summary>
    public const long MaxBodyBytes = 256 * 1024;

    /// <summary>Longest address, in bytes: the longest message of a student, searched for as it is, takes 24,000.</summary>
    public const int MaxAddressBytes = 32 * 1024;

    public static void UseRequestSizes(this WebApplication app) => app.Use((context, next) =>
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } raised
            ? raised.MaxRequestBodySize
            : MaxBodyBytes;
        return context.Request.ContentLength > limit
            ? ProblemResponses.WriteAsync(context, KbProblems.TooLarge)
            : next(context);
    });
}
