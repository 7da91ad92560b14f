using Kb.Web.Problems;
using Microsoft.OpenApi;

namespace Kb.Web.OpenApi;

/// <summary>The contract for other programs, at <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiRegistration
{
    public static IServiceCollection AddKbOpenApi(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        // Pages are not part of the contract.
        options.ShouldInclude = description => description.RelativePath is { } path
            && (path.StartsWith("api/", StringComparison.Ordinal) || path.StartsWith("health/", StringComparison.Ordinal));
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Kb",
                Version = "v1",
                Description = "Ошибки приходят по RFC 9457 (application/problem+json): стабильный type, русские title и detail, traceId. "
                    + "Каждый POST, который создаёт или отправляет, требует заголовок Idempotency-Key.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "Ключ программы (kbk_…) или сессия студента (kbs_…).",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            operation.Responses ??= [];
            operation.Responses.TryAdd("default", new OpenApiResponse
            {
                Description = "Отказ: статус и причина в теле.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [KbProblem.ContentType] = new()
                    {
                        Schema = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Object,
                            Properties = new Dictionary<string, IOpenApiSchema>
                            {
                                ["type"] = Text(),
                                ["title"] = Text(),
                                ["detail"] = Text(),
                                ["traceId"] = Text(),
                                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                            },
                        },
                    },
                },
            });
            return Task.CompletedTask;
        });
    });

    public static void MapKbOpenApi(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
