using Kb.Web.Sites.Sessions;
using Microsoft.AspNetCore.Authorization;

namespace Kb.Web.Security;

/// <summary>Roles of staff, as stored and as carried in claims.</summary>
public static class KbRoles
{
    /// <summary>Answers people.</summary>
    public const string Agent = "agent";

    /// <summary>Writes the base and trains the bot.</summary>
    public const string Editor = "editor";

    /// <summary>Leads newcomers through courses.</summary>
    public const string Trainer = "trainer";

    /// <summary>Sets Kb up.</summary>
    public const string Admin = "admin";

    /// <summary>All of them, least first.</summary>
    public static IReadOnlyList<string> All { get; } = [Agent, Editor, Trainer, Admin];
}

/// <summary>
/// Who may call what. Admin may do what an editor and a trainer may, and both may do what an agent may.
/// A route that names no policy takes <see cref="Agent"/>: it is closed to outsiders unless opened on purpose.
/// </summary>
public static class KbPolicies
{
    /// <summary>Any member of staff.</summary>
    public const string Agent = nameof(Agent);

    /// <summary>Editors and administrators.</summary>
    public const string Editor = nameof(Editor);

    /// <summary>Trainers and administrators.</summary>
    public const string Trainer = nameof(Trainer);

    /// <summary>Administrators.</summary>
    public const string Admin = nameof(Admin);

    /// <summary>Whoever holds a widget session, known to their site or not. Staff are not students.</summary>
    public const string Student = nameof(Student);

    internal static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(Agent, policy => policy.RequireRole(KbRoles.All));
        options.AddPolicy(Editor, policy => policy.RequireRole(KbRoles.Editor, KbRoles.Admin));
        options.AddPolicy(Trainer, policy => policy.RequireRole(KbRoles.Trainer, KbRoles.Admin));
        options.AddPolicy(Admin, policy => policy.RequireRole(KbRoles.Admin));
        options.AddPolicy(Student, policy => policy
            .AddAuthenticationSchemes(StudentAuthentication.SchemeName)
            .RequireClaim(KbClaims.Session));
        options.FallbackPolicy = options.GetPolicy(Agent);
    }
}
