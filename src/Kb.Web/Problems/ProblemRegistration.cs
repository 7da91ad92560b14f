using Kb.Web.Hosting;

namespace Kb.Web.Problems;

/// <summary>Registers how requests are read and refused.</summary>
internal static class ProblemRegistration
{
    public static IServiceCollection AddKbProblems(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => KbJson.Configure(options.SerializerOptions));
        services.AddExceptionHandler<ProblemExceptionHandler>();
        // Binding failures reach the exception handler, which knows the reason; otherwise the body would be empty.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }

    public static void UseKbProblems(this WebApplication app)
    {
        app.UseStatusCodePages(ProblemResponses.WriteBodyAsync);
        app.UseExceptionHandler(_ => { });
    }
}
