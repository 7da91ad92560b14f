using Kb.Desk.Conversations;
using Kb.Desk.People;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kb.Desk.Tickets;

internal sealed class TicketTable : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("tickets").HasKey(ticket => ticket.Id);
        builder.HasIndex(ticket => ticket.Number).IsUnique();
        builder.HasOne<Conversation>().WithMany().HasForeignKey(ticket => ticket.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(ticket => ticket.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(ticket => new { ticket.Status, ticket.NextDueAt });
        builder.HasIndex(ticket => ticket.AssigneeId);
        builder.Property(ticket => ticket.Handoff).HasConversion(new JsonColumnConverter<HandoffPacket>());
        builder.Property(ticket => ticket.Version).IsConcurrencyToken();
    }
}

internal sealed class TicketEventTable : IEntityTypeConfiguration<TicketEvent>
{
    public void Configure(EntityTypeBuilder<TicketEvent> builder)
    {
        builder.ToTable("ticket_events").HasKey(happened => happened.Id);
        builder.HasOne<Ticket>().WithMany().HasForeignKey(happened => happened.TicketId).OnDelete(DeleteBehavior.Restrict);
    }
}
