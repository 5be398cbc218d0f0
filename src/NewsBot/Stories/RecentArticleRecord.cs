using NewsBot.Articles;

namespace NewsBot.Stories;

/// <summary>What is kept of an article of the last 72 hours, so that a restart need not read its text again.</summary>
internal sealed class RecentArticleRecord
{
    public long ArticleId { get; set; }

    public Article? Article { get; set; }

    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>See <see cref="RecentArticleCodec"/>.</summary>
    public required byte[] Data { get; set; }
}
