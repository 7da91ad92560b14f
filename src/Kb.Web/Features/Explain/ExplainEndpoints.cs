using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using Kb.Bot.Dialogue;
using Kb.Bot.Explanations;
using Kb.Desk.Calendars;
using Kb.Desk.Tickets;
using Kb.Web.Accounts;
using Kb.Web.Features.Tickets;
using Kb.Web.Knowledge;
using Kb.Web.Layout;
using Kb.Web.Problems;
using Kb.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kb.Web.Features.Explain;

/// <summary>What the bot makes of a message: one object of the verb <c>classify</c>, and why.</summary>
/// <param name="Text">The message.</param>
/// <param name="Decision">answer, clarify, refuse, handoff or talk.</param>
/// <param name="Kind">The best guess; null when there is none.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Candidates">Guesses, best first.</param>
/// <param name="Articles">Ids of articles that would be quoted.</param>
/// <param name="Ms">Milliseconds of reading and deciding.</param>
/// <param name="Why">What led to it.</param>
public sealed record ClassifyView(
    string Text, string Decision, string? Kind, double Confidence, ImmutableArray<CandidateView> Candidates, ImmutableArray<string> Articles, double Ms, MessageExplanation Why);

/// <summary>A guess.</summary>
public sealed record CandidateView(string Kind, double P);

/// <summary>«Почему бот так ответил»: the page for the staff, and the same for programs.</summary>
internal static class ExplainEndpoints
{
    private const int MaxLength = 4_000;

    public static void MapExplain(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/api/bot").WithTags("Bot").RequireAuthorization(KbPolicies.Agent)
            .MapGet("classify", Classify).WithName("ClassifyMessage").WithSummary("Что бот сделает с сообщением и почему");
        var pages = routes.MapGroup("").RequireAuthorization(KbPolicies.Agent).ExcludeFromDescription();
        pages.MapGet("/why", Page);
        pages.MapGet("/desk/tickets/{id}/why/{seq:long}", TicketPageAsync);
    }

    /// <summary>The address of the page about one message of the bot: by number, so that no log sees what a student wrote.</summary>
    public static string AddressOf(string ticket, long seq) => $"/desk/tickets/{ticket}/why/{seq}";

    private static Results<Ok<ClassifyView>, KbProblem> Classify(string? text, CurrentKnowledge knowledge, WorkingCalendar calendar, TimeProvider time)
    {
        if (text is null or { Length: > MaxLength })
        {
            return KbProblems.BadRequest("Передайте сообщение в параметре «text», не длиннее 4000 знаков.");
        }

        var started = Stopwatch.GetTimestamp();
        var bot = knowledge.Edition.Bot;
        var message = bot.Classify(text, ContextOf(calendar, time));
        var milliseconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3);
        return TypedResults.Ok(new ClassifyView(
            text,
            message.Decision,
            message.Kind,
            Math.Round(message.Confidence, 4),
            [.. message.Candidates.Select(guess => new CandidateView(guess.Intent, Math.Round(guess.Confidence, 4)))],
            [.. message.Articles.Select(article => article.Value)],
            milliseconds,
            bot.Explain(text, ContextOf(calendar, time))));
    }

    private static RazorComponentResult<PageShell> Page(string? text, CurrentKnowledge knowledge, WorkingCalendar calendar, TimeProvider time) =>
        Show(text is { Length: <= MaxLength } ? text : "", ticket: null, knowledge, calendar, time);

    private static async Task<Results<RazorComponentResult<PageShell>, KbProblemPage>> TicketPageAsync(
        string id, long seq, StaffCaller caller, TicketCard card, CurrentKnowledge knowledge, WorkingCalendar calendar, TimeProvider time, CancellationToken cancellationToken) =>
        await card.FindAsync(TicketId.From(id), caller.Name, cancellationToken) is { } ticket && Before(ticket, seq) is { Length: > 0 } asked
            ? Show(asked, ticket.Id, knowledge, calendar, time)
            : new KbProblemPage(KbProblems.NotFound);

    private static RazorComponentResult<PageShell> Show(string text, string? ticket, CurrentKnowledge knowledge, WorkingCalendar calendar, TimeProvider time) =>
        Pages.Show<WhyPage>(new { Text = text, Ticket = ticket, Why = text.Length == 0 ? null : knowledge.Edition.Bot.Explain(text, ContextOf(calendar, time)) });

    /// <summary>What the student wrote before a message of the bot: one line, or a burst that it answered together.</summary>
    private static string Before(TicketDetails ticket, long seq) => string.Join('\n', ticket.Messages
        .Where(line => line.Seq < seq && !line.Internal)
        .OrderByDescending(line => line.Seq)
        .TakeWhile(line => line.Author == "student")
        .Reverse()
        .Select(line => line.Text));

    /// <summary>As for a student whom the school knows.</summary>
    private static TurnContext ContextOf(WorkingCalendar calendar, TimeProvider time) => new(
        FrozenSet.Create(StringComparer.Ordinal, "public", "students"), TimeZoneInfo.ConvertTime(time.GetUtcNow(), calendar.Zone), "");
}
