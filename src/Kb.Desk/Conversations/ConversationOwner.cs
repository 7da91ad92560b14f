using System.Linq.Expressions;
using Kb.Desk.People;

namespace Kb.Desk.Conversations;

/// <summary>Who a student's request speaks for. Every query on a student's behalf goes through <see cref="Owns"/>: what is not theirs is not found.</summary>
/// <param name="Site">The site of the session.</param>
public abstract record ConversationOwner(string Site)
{
    /// <summary>The rows that are theirs.</summary>
    public abstract Expression<Func<Conversation, bool>> Owns { get; }

    /// <summary>A person whom the site vouched for; owns what they wrote in any session.</summary>
    public sealed record Verified(string Site, PersonId PersonId) : ConversationOwner(Site)
    {
        /// <inheritdoc/>
        public override Expression<Func<Conversation, bool>> Owns =>
            conversation => conversation.Site == Site && conversation.PersonId == PersonId;
    }

    /// <summary>Somebody unknown; owns what was written in this very session.</summary>
    public sealed record Anonymous(string Site, string SessionId) : ConversationOwner(Site)
    {
        /// <inheritdoc/>
        public override Expression<Func<Conversation, bool>> Owns =>
            conversation => conversation.Site == Site && conversation.PersonId == null && conversation.SessionId == SessionId;
    }
}
