using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kb.Web.Tests.Faults;

/// <summary>One try of a client whose server may die at any moment. What the server refuses fails the test; what dies is thrown to be tried again.</summary>
internal sealed class StubbornClient : IDisposable
{
    private readonly HttpClient _http;

    public StubbornClient(Uri address, string? session)
    {
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
        _http.DefaultRequestHeaders.Authorization = session is null ? null : new AuthenticationHeaderValue("Bearer", session);
    }

    public async Task<string> OpenSessionAsync() => (await SendAsync("/api/widget/session", new { site = "demo" }, null)).GetProperty("session").GetString()!;

    public async Task<string> StartConversationAsync(string key) => (await SendAsync("/api/conversations", new { }, key)).GetProperty("id").GetString()!;

    public async Task<long> SayAsync(string conversation, string text, string key) =>
        (await SendAsync($"/api/conversations/{conversation}/messages", new { text }, key)).GetProperty("seq").GetInt64();

    public async Task<List<JsonElement>> ReadAllAsync(string conversation)
    {
        var all = new List<JsonElement>();
        while (true)
        {
            var page = await _http.GetFromJsonAsync<JsonElement>($"/api/conversations/{conversation}/messages?after={all.Count}");
            var items = page.GetProperty("items").EnumerateArray().ToList();
            if (items.Count == 0)
            {
                return all;
            }

            all.AddRange(items);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> SendAsync(string path, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
