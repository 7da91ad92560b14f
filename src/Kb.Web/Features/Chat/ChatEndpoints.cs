using System.Diagnostics;
using Kb.Desk.Conversations;
using Kb.Web.EventStreams;
using Kb.Web.Idempotency;
using Kb.Web.Problems;
using Kb.Web.Security;
using Kb.Web.Sites;
using Kb.Web.Sites.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kb.Web.Features.Chat;

/// <summary>Body of a request for a conversation: nothing to say yet.</summary>
public sealed record StartBody;

/// <summary>Body of a message.</summary>
public sealed record MessageBody(string Text);

/// <summary>Body of a press: the button's id.</summary>
public sealed record ActionBody(string Id);

/// <summary>The student's conversations. Every query carries the caller's ownership: what is somebody else's does not exist.</summary>
internal static class ChatEndpoints
{
    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/conversations").WithTags("Chat")
            .RequireAuthorization(KbPolicies.Student)
            .RequireCors(SiteCors.Widget);
        group.MapGet("", ListAsync).WithName("ListConversations").WithSummary("Мои обращения");
        group.MapGet("{id}/messages", MessagesAsync).WithName("ReadMessages").WithSummary("Сообщения после номера after");
        group.MapGet("{id}/events", EventsAsync).WithName("FollowConversation").WithSummary("Поток событий message и status; id = seq, продолжает с Last-Event-ID");

        var sends = group.MapGroup("").RequireRateLimiting(RateLimits.StudentSends);
        sends.MapPost("", StartAsync).WithName("StartConversation").WithSummary("Начинает разговор или возвращает открытый");
        sends.MapPost("{id}/messages", PostAsync).WithName("PostMessage").WithSummary("Сохраняет сообщение; ответ придёт следующими сообщениями");
        sends.MapPost("{id}/actions", PressAsync).WithName("PressAction").WithSummary("Нажимает предложенную кнопку; operator (передать оператору) и bot (спросить бота) можно нажать всегда");
    }

    private static Task<Results<KeptAnswer<ConversationView>, KbProblem>> StartAsync(
        StartBody? body, KeyedRequest request, StudentCaller caller, KeyedWrites writes, CancellationToken cancellationToken) =>
        writes.DoAsync<StartBody?, ConversationView>(
            request,
            body ?? new StartBody(),
            async (write, token) => await StartConversation.HandleAsync(write, caller.Owner, token) switch
            {
                StartConversationResult.Started(var id) => new ConversationView(id.Value),
                StartConversationResult.Continued(var id) => KeyedOutcome<ConversationView>.Existing(new ConversationView(id.Value)),
                _ => throw new UnreachableException(),
            },
            cancellationToken);

    private static async Task<Ok<ItemsView<ConversationRow>>> ListAsync(
        StudentCaller caller, ReadConversations conversations, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ItemsView<ConversationRow>(
            [.. (await conversations.ListAsync(caller.Owner, cancellationToken)).Select(ConversationRow.From)]));

    private static async Task<Results<Ok<ItemsView<MessageView>>, KbProblem>> MessagesAsync(
        string id, StudentCaller caller, ReadConversations conversations, MessageHtml html, CancellationToken cancellationToken, long after = 0)
    {
        var conversation = ConversationId.From(id);
        if (await conversations.MessagesAsync(caller.Owner, conversation, after, cancellationToken) is not { } messages)
        {
            return KbProblems.NotFound;
        }

        if (messages is [.., var last])
        {
            await conversations.TryMarkSeenAsync(caller.Owner, conversation, last.Seq, cancellationToken);
        }

        return TypedResults.Ok(new ItemsView<MessageView>([.. messages.Select(html.View)]));
    }

    private static async Task<Results<EventStreamResult, KbProblem>> EventsAsync(
        string id, LastEventId last, StudentCaller caller, ConversationFeed feed, CancellationToken cancellationToken) =>
        await feed.OpenAsync(caller, ConversationId.From(id), last.Number ?? 0, cancellationToken) is { } stream ? stream : KbProblems.NotFound;

    private static async Task<Results<KeptAnswer<MessageReceipt>, KbProblem>> PostAsync(
        string id, MessageBody body, KeyedRequest request, StudentCaller caller, KeyedWrites writes, PostMessage handler, CancellationToken cancellationToken)
    {
        if (MessageTexts.Read(body.Text, out var problem) is not { } text)
        {
            return problem!;
        }

        return await writes.DoAsync<MessageBody, MessageReceipt>(
            request,
            body,
            async (write, token) => Outcome(await handler.HandleAsync(write, caller.Owner, ConversationId.From(id), text, token)),
            cancellationToken);
    }

    private static Task<Results<KeptAnswer<MessageReceipt>, KbProblem>> PressAsync(
        string id, ActionBody body, KeyedRequest request, StudentCaller caller, KeyedWrites writes, PostMessage handler, CancellationToken cancellationToken) =>
        writes.DoAsync<ActionBody, MessageReceipt>(
            request,
            body,
            async (write, token) => Outcome(await handler.PressAsync(write, caller.Owner, ConversationId.From(id), body.Id, token)),
            cancellationToken);

    private static KeyedOutcome<MessageReceipt> Outcome(PostMessageResult result) => result switch
    {
        PostMessageResult.Posted(var message) => MessageReceipt.From(message),
        PostMessageResult.NotFound => KbProblems.NotFound,
        PostMessageResult.NotOffered => KbProblems.ActionNotOffered,
        _ => throw new UnreachableException(),
    };
}
