using NewsBot.Messages;
using NewsBot.Storage;

namespace NewsBot.Outbox;

/// <summary>Puts answers into the outbox, in the transaction that handles what they answer.</summary>
internal static class Replies
{
    extension(NewsDb db)
    {
        /// <summary>Owes a chat a message.</summary>
        /// <param name="chat">Where it goes.</param>
        /// <param name="updateId">The update that it answers: the same update handled again owes it once.</param>
        /// <param name="part">0, 1, 2 … among the answers to that update.</param>
        /// <param name="message">What is said.</param>
        /// <param name="editsMessageId">The message that it replaces, or null.</param>
        /// <param name="now">The present instant.</param>
        public void Enqueue(ChatAddress chat, long updateId, int part, Message message, int? editsMessageId, DateTimeOffset now) =>
            db.Deliveries.Add(new Delivery
            {
                ChatId = chat.ChatId,
                ThreadId = chat.ThreadId,
                Lane = Lane.Reply,
                CarriedId = updateId,
                Part = part,
                Body = MessageJson.Write(message),
                EditsMessageId = editsMessageId,
                Due = now,
                CreatedAt = now,
            });
    }
}
