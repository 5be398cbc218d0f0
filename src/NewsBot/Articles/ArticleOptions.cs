using System.ComponentModel.DataAnnotations;

namespace NewsBot.Articles;

/// <summary>Settings under <c>Articles</c>.</summary>
internal sealed class ArticleOptions
{
    public const string Section = "Articles";

    /// <summary>Older articles are stored and never pushed as news.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan MaximumAge { get; set; } = TimeSpan.FromHours(48);

    /// <summary>Whether the article's page is read; false uses the feed's text alone.</summary>
    public bool FollowLinks { get; set; } = true;
}
