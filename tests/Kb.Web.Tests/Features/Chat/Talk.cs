using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kb.Web.Tests.Features.Chat;

/// <summary>What students and agents do, as requests.</summary>
internal static class Talk
{
    /// <summary>Sends a body under a key; a new one when none is given.</summary>
    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, string path, object body, string? key = null, string? ifMatch = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        if (ifMatch is not null)
        {
            request.Headers.Add("If-Match", ifMatch);
        }

        return client.SendAsync(request);
    }

    public static async Task<string> StartConversationAsync(this HttpClient student)
    {
        var response = await student.SendAsync("/api/conversations", new { });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.JsonAsync()).GetProperty("id").GetString()!;
    }

    public static async Task<JsonElement> SayAsync(this HttpClient student, string conversation, string text)
    {
        var response = await student.SendAsync($"/api/conversations/{conversation}/messages", new { text });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await response.JsonAsync();
    }

    public static async Task<List<JsonElement>> MessagesAsync(this HttpClient student, string conversation, long after = 0) =>
        [.. (await (await student.GetAsync($"/api/conversations/{conversation}/messages?after={after}")).JsonAsync()).GetProperty("items").EnumerateArray()];

    /// <summary>Asks for a person and waits until the ticket is in the queue; returns its row.</summary>
    public static async Task<JsonElement> OpenTicketAsync(this HttpClient student, string conversation, HttpClient agent)
    {
        await using var stream = await EventReader.OpenAsync(student, $"/api/conversations/{conversation}/events");
        await student.SayAsync(conversation, "позовите человека");
        await stream.NextAsync("status", status => status.GetProperty("status").GetString() == "open");
        var queue = await (await agent.GetAsync("/api/tickets?view=all&top=100")).JsonAsync();
        return queue.GetProperty("items").EnumerateArray().Single(row => row.GetProperty("conversationId").GetString() == conversation);
    }
}
