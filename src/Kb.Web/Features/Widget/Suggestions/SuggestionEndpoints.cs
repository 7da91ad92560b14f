using Kb.Web.Features.Chat;
using Kb.Web.Security;
using Kb.Web.Sites;
using Kb.Web.Sites.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kb.Web.Features.Widget.Suggestions;

/// <summary>Body of a request for suggestions: what is typed so far.</summary>
public sealed record SuggestionBody(string Text);

/// <summary>
/// Suggestions while a student types. A POST, though it changes nothing: addresses end up in logs of proxies, and half a sentence that
/// its author never sent belongs nowhere; besides, browsers ask leave once for one address. Nothing of the text is kept or counted.
/// </summary>
internal static class SuggestionEndpoints
{
    public static IServiceCollection AddSuggestions(this IServiceCollection services) => services.AddSingleton<AnswerSuggestions>();

    public static void MapSuggestions(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/widget/suggestions", Suggest)
            .WithName("SuggestAnswers")
            .WithTags("Widget")
            .WithSummary("Ответы, о которых может быть недописанный вопрос: не больше трёх; ничего не сохраняет, Idempotency-Key не нужен")
            .RequireAuthorization(KbPolicies.Student)
            .RequireCors(SiteCors.Widget)
            .RequireRateLimiting(RateLimits.StudentSuggestions);

    private static Ok<ItemsView<SuggestionView>> Suggest(SuggestionBody body, StudentCaller caller, AnswerSuggestions suggestions) =>
        TypedResults.Ok(new ItemsView<SuggestionView>(suggestions.For(body.Text, caller.Grants)));
}
