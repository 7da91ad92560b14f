using System.Reflection;

namespace Kb.Web.Tests.Architecture;

/// <summary>References point one way: Web → Bot → Content → Search, and Web → Desk → Content. Also by what the compiled code really uses.</summary>
public sealed class ReferenceDirectionTests
{
    public static TheoryData<string, string> Rooms => new()
    {
        { "Kb.Search", "" },
        { "Kb.Content", "Kb.Search" },
        { "Kb.Bot", "Kb.Content Kb.Search" },
        { "Kb.Desk", "Kb.Content Kb.Search" },
    };

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_below_it(string room, string allowed)
    {
        var known = Assembly.Load(room).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Kb.", StringComparison.Ordinal));

        Assert.Empty(known.Except(allowed.Split(' ')));
    }

    [Theory]
    [InlineData("Kb.Search", "Microsoft.AspNetCore")]
    [InlineData("Kb.Search", "Microsoft.EntityFrameworkCore")]
    [InlineData("Kb.Content", "Microsoft.AspNetCore")]
    [InlineData("Kb.Content", "Microsoft.EntityFrameworkCore")]
    [InlineData("Kb.Bot", "Microsoft.AspNetCore")]
    [InlineData("Kb.Bot", "Microsoft.EntityFrameworkCore")]
    [InlineData("Kb.Desk", "Microsoft.AspNetCore")]
    [InlineData("Kb.Desk", "Markdig")]
    public void A_room_does_not_know_what_is_not_its_business(string room, string foreign) =>
        Assert.DoesNotContain(
            Assembly.Load(room).GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith(foreign, StringComparison.Ordinal));
}
