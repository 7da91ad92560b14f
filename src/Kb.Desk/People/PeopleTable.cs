using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kb.Desk.People;

internal sealed class PeopleTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people").HasKey(person => person.Id);
        builder.HasIndex(person => new { person.Site, person.Subject }).IsUnique();
        builder.Property(person => person.Courses)
            .HasConversion(new JsonColumnConverter<System.Collections.Immutable.ImmutableArray<EnrolledCourse>>(), new ListComparer<EnrolledCourse>());
    }
}
