using System.Collections.Immutable;
using Kb.Content.Register;
using Kb.Desk.Calendars;
using Kb.Web.Accounts;
using Kb.Web.Knowledge;
using Kb.Web.Knowledge.Models;
using Kb.Web.Layout;
using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kb.Web.Features.BotModels;

/// <summary>The models of the bot.</summary>
/// <param name="Active">Id of the one that answers; null for a base without anything to learn from.</param>
/// <param name="Own">Id of the one that the base's phrases give now.</param>
/// <param name="Learning">Whether that one is still being trained and examined.</param>
/// <param name="Record">What was decided last, with the exam; null before the first decision.</param>
/// <param name="Items">What can be switched to at once, the one used last first.</param>
public sealed record BotModelsView(string? Active, string? Own, bool Learning, ModelRecord? Record, ImmutableArray<KeptModel> Items);

/// <summary>«Модель бота»: what it learned, why it was not renewed, and the way to take another model, for editors and for programs.</summary>
internal static class BotModelEndpoints
{
    /// <summary>Address of the page.</summary>
    public const string Address = "/bot/models";

    public static IServiceCollection AddModelSwitch(this IServiceCollection services) => services.AddSingleton<ModelSwitch>();

    public static void MapBotModels(this IEndpointRouteBuilder routes)
    {
        var programs = routes.MapGroup("/api/bot/models").WithTags("Bot").RequireAuthorization(KbPolicies.Editor);
        programs.MapGet("", List).WithName("ListBotModels").WithSummary("Модели бота: какая отвечает, чем новая лучше или хуже, на какую можно переключиться");
        programs.MapPost("{id}/activate", Activate).WithName("ActivateBotModel").WithSummary("Включает модель; повтор ничего не меняет, Idempotency-Key не нужен");
        var pages = routes.MapGroup(Address).RequireAuthorization(KbPolicies.Editor).ExcludeFromDescription();
        pages.MapGet("", Page);
        pages.MapPost("", ActivateOnPage);
    }

    private static Ok<BotModelsView> List(CurrentKnowledge current, IntentModelCache models) => TypedResults.Ok(View(current, models));

    private static Results<Ok<BotModelsView>, KbProblem> Activate(string id, StaffCaller caller, ModelSwitch models, CurrentKnowledge current, IntentModelCache kept) =>
        models.Take(id, caller) is { } problem ? problem : TypedResults.Ok(View(current, kept));

    private static RazorComponentResult<PageShell> Page(CurrentKnowledge current, IntentModelCache models, WorkingCalendar calendar, TimeProvider time) =>
        Show(problem: null, current, models, calendar, time);

    private static IResult ActivateOnPage(
        [FromForm] string id, StaffCaller caller, ModelSwitch models, CurrentKnowledge current, IntentModelCache kept, WorkingCalendar calendar, TimeProvider time) =>
        models.Take(id, caller) is { } problem ? Show(problem, current, kept, calendar, time) : TypedResults.LocalRedirect(Address);

    private static Dictionary<string, string> NamesOf(RequestRegister register) => register.Kinds.Values.Select(kind => (Id: kind.Id.Value, kind.Name))
        .Concat(register.Talk.Select(turn => (turn.Id, turn.Name)))
        .Concat(register.Commands.Select(command => (command.Id, command.Name)))
        .DistinctBy(intent => intent.Id)
        .ToDictionary(intent => intent.Id, intent => intent.Name, StringComparer.Ordinal);

    private static BotModelsView View(CurrentKnowledge current, IntentModelCache models)
    {
        var model = current.Edition.Model;
        return new BotModelsView(model.Id, model.Own, model.IsDue, model.Record, models.List());
    }

    private static RazorComponentResult<PageShell> Show(KbProblem? problem, CurrentKnowledge current, IntentModelCache models, WorkingCalendar calendar, TimeProvider time) =>
        Pages.Show<BotModelsPage>(
            new { Model = current.Edition.Model, Kept = models.List(), Names = NamesOf(current.Edition.Base.Register), Problem = problem, Now = time.GetUtcNow(), calendar.Zone },
            problem?.Status ?? StatusCodes.Status200OK);
}
