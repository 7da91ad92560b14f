using System.Reflection;
using Kb.Desk.Storage.Idempotency;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kb.Web.Idempotency;

/// <summary>An answer that is kept with the work it tells of: a repeated request gets the very same bytes.</summary>
/// <typeparam name="T">What the body is, for the contract.</typeparam>
public sealed class KeptAnswer<T> : IResult, IEndpointMetadataProvider
{
    /// <summary>Says that the work was done earlier.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    private readonly StoredResponse _response;
    private readonly bool _replayed;

    internal KeptAnswer(StoredResponse response, bool replayed) => (_response, _replayed) = (response, replayed);

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = _response.Status;
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        if (_replayed)
        {
            httpContext.Response.Headers[ReplayedHeader] = "true";
        }

        return httpContext.Response.WriteAsync(_response.Body, httpContext.RequestAborted);
    }
}
