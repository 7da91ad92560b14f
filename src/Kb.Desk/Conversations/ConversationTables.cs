using System.Collections.Immutable;
using Kb.Desk.People;
using Kb.Desk.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kb.Desk.Conversations;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.ToTable("conversations").HasKey(conversation => conversation.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(conversation => conversation.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(conversation => conversation.SessionId);
    }
}

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages").HasKey(message => message.Id);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(message => message.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(message => new { message.ConversationId, message.Seq }).IsUnique();
        builder.Property(message => message.Sources)
            .HasConversion(new JsonColumnConverter<ImmutableArray<MessageSource>>(), new ListComparer<MessageSource>());
        builder.Property(message => message.Actions)
            .HasConversion(new JsonColumnConverter<ImmutableArray<MessageAction>>(), new ListComparer<MessageAction>());
    }
}

internal sealed class NoteTable : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> builder)
    {
        builder.ToTable("notes").HasKey(note => new { note.ConversationId, note.Ordinal });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(note => note.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(note => note.Ordinal).ValueGeneratedNever();
    }
}

internal sealed class PendingTurnTable : IEntityTypeConfiguration<PendingTurn>
{
    public void Configure(EntityTypeBuilder<PendingTurn> builder)
    {
        builder.ToTable("pending_turns").HasKey(turn => new { turn.ConversationId, turn.Seq });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(turn => turn.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(turn => turn.Seq).ValueGeneratedNever();
        builder.HasIndex(turn => turn.At);
    }
}

internal sealed class DialogueEventTable : IEntityTypeConfiguration<DialogueEvent>
{
    public void Configure(EntityTypeBuilder<DialogueEvent> builder)
    {
        builder.ToTable("dialogue_events").HasKey(happened => new { happened.ConversationId, happened.Ordinal });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(happened => happened.ConversationId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(happened => happened.Ordinal).ValueGeneratedNever();
    }
}
