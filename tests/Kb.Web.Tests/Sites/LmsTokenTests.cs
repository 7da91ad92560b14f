using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kb.Desk.Storage;
using Kb.Web.Sites;
using Kb.Web.Sites.LmsTokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kb.Web.Tests.Sites;

public sealed class LmsTokenTests(SmallKb kb) : IClassFixture<SmallKb>
{
    private const string PlainHeader = """{"alg":"HS256","typ":"JWT"}""";

    /// <summary>Every forgery by name: what is changed in a token that would otherwise be good.</summary>
    public static TheoryData<string, string, string> Forgeries => new()
    {
        { "no algorithm", """{"alg":"none","typ":"JWT"}""", "{}" },
        { "no algorithm, shouted", """{"alg":"NONE"}""", "{}" },
        { "algorithm missing", """{"typ":"JWT"}""", "{}" },
        { "another algorithm", """{"alg":"HS512"}""", "{}" },
        { "a public-key algorithm for a shared secret", """{"alg":"RS256"}""", "{}" },
        { "algorithm as a list", """{"alg":["HS256"]}""", "{}" },
        { "two algorithms", """{"alg":"HS256","alg":"none"}""", "{}" },
        { "key id with a path", """{"alg":"HS256","kid":"../../dev/null"}""", "{}" },
        { "key id with SQL", """{"alg":"HS256","kid":"' OR 1=1 --"}""", "{}" },
        { "address of a key set", """{"alg":"HS256","jku":"https://evil.example/keys"}""", "{}" },
        { "address of a certificate", """{"alg":"HS256","x5u":"https://evil.example/cert"}""", "{}" },
        { "a key of its own", """{"alg":"HS256","jwk":{"kty":"oct","k":"AAAA"}}""", "{}" },
        { "compressed", """{"alg":"HS256","zip":"DEF"}""", "{}" },
        { "critical extension", """{"alg":"HS256","crit":["exp"]}""", "{}" },
        { "another issuer", PlainHeader, """{"iss":"other"}""" },
        { "issuer missing", PlainHeader, """{"iss":null}""" },
        { "another audience", PlainHeader, """{"aud":"moodle"}""" },
        { "audience missing", PlainHeader, """{"aud":null}""" },
        { "audience as a list", PlainHeader, """{"aud":["kb","moodle"]}""" },
        { "expired two minutes ago", PlainHeader, """{"exp":-120}""" },
        { "expires in twenty minutes", PlainHeader, """{"exp":1200}""" },
        { "never expires", PlainHeader, """{"exp":null}""" },
        { "expiry as text", PlainHeader, """{"exp":"1999999999"}""" },
        { "expiry beyond any calendar", PlainHeader, """{"exp":1e300}""" },
        { "not yet valid", PlainHeader, """{"nbf":300}""" },
        { "issued in the future", PlainHeader, """{"iat":300}""" },
        { "subject missing", PlainHeader, """{"sub":null}""" },
        { "subject empty", PlainHeader, """{"sub":""}""" },
        { "subject as a list", PlainHeader, """{"sub":["ivan","admin"]}""" },
        { "subject as a number", PlainHeader, """{"sub":7}""" },
        { "subject with a line break", PlainHeader, """{"sub":"ivan\nadmin"}""" },
        { "token id missing", PlainHeader, """{"jti":null}""" },
        { "name as an object", PlainHeader, """{"name":{"first":"Иван"}}""" },
        { "a role that nobody has", PlainHeader, """{"role":"admin"}""" },
        { "role as a number", PlainHeader, """{"role":0}""" },
        { "courses as text", PlainHeader, """{"courses":"все"}""" },
        { "a course without an id", PlainHeader, """{"courses":[{"title":"Аналитик"}]}""" },
        { "courses with an empty place", PlainHeader, """{"courses":[null]}""" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_refused_in_one_and_the_same_way(string forgery, string header, string change)
    {
        var token = Sign(header, Claims("forger", change).ToJsonString(), await kb.SecretOfAsync(Site.DemoId));

        var problem = await (await OpenAsync(token)).AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");

        Assert.True(forgery.Length > 0);
        Assert.Equal("Сессия не подтверждена. Обновите страницу курса.", problem.GetProperty("detail").GetString());
        Assert.False(await IsKnownAsync("forger"), "A refused token must leave nobody behind.");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("....")]
    [InlineData("не.токен.вовсе")]
    [InlineData("eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIiwiemlwIjoiREVGIn0..AAAA.AAAA.AAAA")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.")]
    public async Task What_is_no_signed_token_is_refused(string token) =>
        await (await OpenAsync(token)).AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");

    [Fact]
    public async Task A_token_with_a_doubled_claim_is_refused()
    {
        var payload = Claims("doubled", "{}").ToJsonString().Replace("\"sub\"", "\"sub\":\"admin\",\"sub\"", StringComparison.Ordinal);

        var response = await OpenAsync(Sign(PlainHeader, payload, await kb.SecretOfAsync(Site.DemoId)));

        await response.AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    [Fact]
    public async Task A_token_whose_payload_was_changed_after_signing_is_refused()
    {
        var parts = (await kb.SignAsync(Claims("ivan", "{}"))).Split('.');
        parts[1] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Claims("petr", "{}").ToJsonString()));

        await (await OpenAsync(string.Join('.', parts))).AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    [Fact]
    public async Task A_token_signed_with_another_secret_is_refused() =>
        await (await OpenAsync(LmsTokenSigner.Sign(Claims("ivan", "{}"), "guessed-secret-guessed-secret-guessed")))
            .AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");

    [Fact]
    public async Task A_token_over_eight_kilobytes_is_refused_before_any_cryptography()
    {
        var token = await kb.SignAsync(Claims("long", new JsonObject { ["note"] = new string('x', LmsTokenVerifier.MaxLength) }.ToJsonString()));

        await (await OpenAsync(token)).AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    [Theory]
    [InlineData("as the contract says", "{}")]
    [InlineData("clocks differ by half a minute", """{"exp":-30}""")]
    [InlineData("clocks differ the other way", """{"nbf":30,"iat":30}""")]
    [InlineData("a claim of the school's own", """{"department":"Физика"}""")]
    [InlineData("no name and no address", """{"name":null,"email":null}""")]
    [InlineData("a parent", """{"role":"parent"}""")]
    [InlineData("courses and a page", """{"courses":[{"id":"py","title":"Питон","stream":"осень","access_until":"2027-01-01"}],"page":{"course":"py","lesson":"7"}}""")]
    public async Task A_good_token_opens_a_session(string why, string change)
    {
        var response = await OpenAsync(await kb.SignAsync(Claims("good-" + why.GetHashCode(StringComparison.Ordinal), change)));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var body = await response.JsonAsync();
        Assert.True(body.GetProperty("person").GetProperty("verified").GetBoolean());
        Assert.StartsWith("kbs_", body.GetProperty("session").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_with_a_key_pair_signs_with_it_and_its_public_key_is_no_shared_secret()
    {
        using var pair = RSA.Create(2048);
        var pem = pair.ExportSubjectPublicKeyInfoPem();
        await using (var scope = kb.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SiteDirectory>().AddAsync("pair", ["https://pair.example"], pem, CancellationToken.None);
        }

        var claims = Claims("rsa", """{"iss":"pair"}""").ToJsonString();
        var input = Encode("""{"alg":"RS256","typ":"JWT"}""") + "." + Encode(claims);
        var signature = pair.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        var good = await OpenAsync($"{input}.{Base64Url.EncodeToString(signature)}", "pair");
        var confused = await OpenAsync(Sign(PlainHeader, claims, pem), "pair");

        Assert.Equal(HttpStatusCode.Created, good.StatusCode);
        await confused.AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    [Fact]
    public async Task A_token_of_one_site_opens_nothing_on_another()
    {
        await using (var scope = kb.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SiteDirectory>().AddAsync("neighbour", ["https://n.example"], null, CancellationToken.None);
        }

        await (await OpenAsync(await kb.SignAsync(Claims("ivan", "{}")), "neighbour"))
            .AssertProblemAsync(HttpStatusCode.Unauthorized, "session.not_confirmed");
    }

    private Task<HttpResponseMessage> OpenAsync(string token, string site = Site.DemoId) =>
        kb.CreateClient().PostAsJsonAsync("/api/widget/session", new { site, token });

    private async Task<bool> IsKnownAsync(string subject)
    {
        await using var db = await kb.Services.GetRequiredService<IDbContextFactory<DeskDbContext>>().CreateDbContextAsync();
        return await db.People.AnyAsync(person => person.Subject == subject);
    }

    /// <summary>A good token's claims with a change: times are seconds from now, null removes.</summary>
    private static JsonObject Claims(string subject, string change)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Site.DemoId,
            ["aud"] = "kb",
            ["sub"] = subject,
            ["name"] = "Иван Петров",
            ["email"] = "ivan@example.ru",
            ["exp"] = now + 300,
            ["jti"] = Guid.CreateVersion7().ToString(),
        };
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject().ToList())
        {
            if (value is null)
            {
                claims.Remove(name);
            }
            else
            {
                claims[name] = name is "exp" or "nbf" or "iat" && value.GetValueKind() == System.Text.Json.JsonValueKind.Number && value.GetValue<double>() < 1e6
                    ? now + value.GetValue<long>()
                    : value.DeepClone();
            }
        }

        return claims;
    }

    private static string Sign(string header, string payload, string secret)
    {
        var input = Encode(header) + "." + Encode(payload);
        return $"{input}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(input)))}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
