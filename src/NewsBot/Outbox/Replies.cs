using NewsBot.Messages;
using NewsBot.Storage;

namespace NewsBot.Outbox;

/// <summary>Puts answers into the outbox, in the transaction that handles what they answer.</summary>
internal static class Replies
{
    /// <summary>How long an answer is of use: whoever asked has asked again by then, or has gone.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    extension(NewsDb db)
    {
        /// <summary>Enqueues an answer to an update.</summary>
        /// <param name="chat">Where it goes.</param>
        /// <param name="updateId">The update that it answers: the same update handled again enqueues it once.</param>
        /// <param name="part">0, 1, 2 … among the answers to that update.</param>
        /// <param name="message">What is said.</param>
        /// <param name="editsMessageId">The message that it replaces, or null.</param>
        /// <param name="now">The present instant.</param>
        public void Enqueue(ChatAddress chat, long updateId, int part, Message message, int? editsMessageId, DateTimeOffset now) =>
            db.Enqueue(chat, updateId, part, message, editsMessageId, now, Lifetime);

        /// <summary>The same for what is of use for another time than an answer: what is told without having been asked for.</summary>
        /// <param name="lifetime">How long it is of use.</param>
        public void Enqueue(ChatAddress chat, long updateId, int part, Message message, int? editsMessageId, DateTimeOffset now, TimeSpan lifetime) =>
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
                Expires = now + lifetime,
                CreatedAt = now,
            });
    }
}
