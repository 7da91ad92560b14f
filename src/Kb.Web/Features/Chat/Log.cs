using Kb.Desk.Conversations;
using Kb.Desk.Storage;

namespace Kb.Web.Features.Chat;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "The bot failed on message {Seq} of conversation {Conversation}; a person gets it")]
    public static partial void BotFailed(this ILogger log, ConversationId conversation, long seq, Exception bug);

    [LoggerMessage(LogLevel.Error, "Turns wait, because storage is unavailable: {Reason}")]
    public static partial void StorageFailed(this ILogger log, StorageFailure reason);

    [LoggerMessage(LogLevel.Error, "Message {Seq} of conversation {Conversation} can be neither answered nor handed over; it stays pending")]
    public static partial void TurnSkipped(this ILogger log, ConversationId conversation, long seq, Exception bug);

    [LoggerMessage(LogLevel.Error, "Pending turns cannot be read")]
    public static partial void TurnsFailed(this ILogger log, Exception bug);
}
