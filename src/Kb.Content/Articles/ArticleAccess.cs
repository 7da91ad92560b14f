using Kb.Search.Index;

namespace Kb.Content.Articles;

/// <summary>Audience and scope of an article → who may find, read and be quoted it. The one place that decides it.</summary>
public static class ArticleAccess
{
    /// <summary>Everybody holds it.</summary>
    public const string Public = "public";

    /// <summary>Held by people whom the LMS vouches for, and by agents.</summary>
    public const string Students = "students";

    /// <summary>Held by the staff; opens every scope.</summary>
    public const string Agents = "agents";

    /// <summary>The grant of a course's students.</summary>
    public static string Course(string id) => "course:" + id;

    /// <summary>The grant of a stream's students.</summary>
    public static string Stream(string name) => "stream:" + name;

    /// <summary>The grant of a role (student, curator, parent, teacher).</summary>
    public static string Role(string role) => "role:" + role;

    /// <summary>The access rule of an article.</summary>
    public static AccessRule RuleOf(Article article)
    {
        var rule = article.Audience switch
        {
            Audience.Public => AccessRule.Everyone,
            Audience.Students => AccessRule.Everyone.AndAnyOf(Students, Agents),
            _ => AccessRule.Everyone.AndAnyOf(Agents),
        };
        rule = Narrow(rule, article.Scope.Courses.Select(Course));
        rule = Narrow(rule, article.Scope.Streams.Select(Stream));
        return Narrow(rule, article.Scope.Roles.Select(Role));
    }

    private static AccessRule Narrow(AccessRule rule, IEnumerable<string> grants) =>
        grants.Any() ? rule.AndAnyOf(grants.Append(Agents)) : rule;
}
