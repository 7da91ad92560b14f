using System.Collections.Immutable;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Kb.Desk.People;

/// <summary>What a site's verified token says about a person.</summary>
public sealed record VerifiedIdentity(
    string Site,
    string Subject,
    string Name,
    string? Email,
    PersonRole Role,
    ImmutableArray<EnrolledCourse> Courses);

/// <summary>Keeps the person whom a verified token names: adds them once, afterwards follows what the site says.</summary>
public static class RememberPerson
{
    /// <returns>The person, as the token has just described them.</returns>
    public static async Task<Person> HandleAsync(DeskWrite write, VerifiedIdentity identity, CancellationToken cancellationToken)
    {
        var person = await write.Db.People.SingleOrDefaultAsync(
            known => known.Site == identity.Site && known.Subject == identity.Subject, cancellationToken);
        if (person is null)
        {
            person = new Person
            {
                Id = OpaqueId.New<PersonId>(write.Now),
                Site = identity.Site,
                Subject = identity.Subject,
                Name = identity.Name,
                Role = identity.Role,
                CreatedAt = write.Now,
                SeenAt = write.Now,
            };
            write.Db.People.Add(person);
        }

        person.Name = identity.Name;
        person.Email = identity.Email;
        person.Role = identity.Role;
        person.Courses = identity.Courses;
        person.SeenAt = write.Now;
        return person;
    }
}
