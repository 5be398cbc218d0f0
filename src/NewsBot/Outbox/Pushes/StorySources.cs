using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Topics;

namespace NewsBot.Outbox.Pushes;

/// <summary>Who else tells what a push tells.</summary>
internal static class StorySources
{
    extension(NewsDb db)
    {
        /// <summary>
        /// The other publishers of the story, in their order and each once: from the article that the push is about to the next
        /// development, which has a push of its own.
        /// </summary>
        public async Task<IReadOnlyList<string>> OtherSourcesAsync(PushContent wording, CancellationToken cancellationToken)
        {
            var told = await db.Matches.Where(match => match.Id == wording.MatchId).Select(match => match.ArticleId).FirstOrDefaultAsync(cancellationToken);
            var later = await db.Articles
                .Where(article => article.StoryId == wording.StoryId && article.Id > told)
                .OrderBy(article => article.Id)
                .Select(article => new { article.Publisher, article.Development })
                .ToListAsync(cancellationToken);
            return [.. later
                .TakeWhile(article => article.Development == 0)
                .Select(article => article.Publisher)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Where(publisher => !string.Equals(publisher, wording.Publisher, StringComparison.OrdinalIgnoreCase))];
        }

        /// <summary>Telegram's id of the chat's first push of the story, which one about a development refers to; null without one.</summary>
        public Task<int?> FirstPushAsync(Delivery delivery, CancellationToken cancellationToken) => db.Deliveries
            .Where(push => push.ChatId == delivery.ChatId && push.ThreadId == delivery.ThreadId && push.Lane == delivery.Lane
                && push.CarriedId == delivery.CarriedId && push.Part >= 0 && push.Part < delivery.Part && push.MessageId != null)
            .OrderBy(push => push.Part)
            .Select(push => push.MessageId)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
