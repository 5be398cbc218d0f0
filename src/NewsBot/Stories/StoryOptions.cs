using System.ComponentModel.DataAnnotations;

namespace NewsBot.Stories;

/// <summary>Settings under <c>Stories</c>.</summary>
internal sealed class StoryOptions
{
    public const string Section = "Stories";

    /// <summary>Articles that new ones are compared with, the latest of the last 72 hours. Each takes about 4 KB of memory.</summary>
    [Range(100, 1_000_000)]
    public int MaximumRecentArticles { get; set; } = RecentStories.DefaultCapacity;
}
