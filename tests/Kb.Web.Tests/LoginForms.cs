using System.Text.RegularExpressions;

namespace Kb.Web.Tests;

/// <summary>Fills in forms as a browser does: with the token that the page carried.</summary>
internal static partial class LoginForms
{
    public static async Task<HttpResponseMessage> SubmitLoginAsync(
        this HttpClient browser, string email, string password, string? returnUrl = null)
    {
        var fields = new Dictionary<string, string> { ["email"] = email, ["password"] = password };
        if (returnUrl is not null)
        {
            fields["returnUrl"] = returnUrl;
        }

        return await browser.SubmitAsync("/account/login", "/account/login", fields);
    }

    /// <summary>Opens a page, takes its antiforgery token, and posts the fields with it.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient browser, string page, string action, Dictionary<string, string> fields)
    {
        var html = await (await browser.GetAsync(page)).Content.ReadAsStringAsync();
        var token = AntiforgeryField().Match(html).Groups[1].Value;
        return await browser.PostAsync(action, new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryField();
}
