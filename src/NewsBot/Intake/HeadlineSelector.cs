using NewsBot.Content.Html;

namespace NewsBot.Intake;

/// <summary>Chooses between the page's headline and the feed's title.</summary>
internal static class HeadlineSelector
{
    /// <summary>A headline this short that has no word of the feed's title is a section, a login or an error page.</summary>
    private const int ShortHeadline = 4;

    /// <summary>The page's headline, unless it is missing or generic.</summary>
    public static string Of(string? page, string feed, string? site)
    {
        if (string.IsNullOrEmpty(page) || (feed.Length > 0 && IsGeneric(page, feed, site)))
        {
            return feed;
        }

        return page;
    }

    private static bool IsGeneric(string page, string feed, string? site)
    {
        var words = DisplayText.CountWords(page);
        return string.Equals(page, site, StringComparison.OrdinalIgnoreCase)
            || (words == 1 && DisplayText.CountWords(feed) > 1)
            || (words <= ShortHeadline && !page.Split(' ').Any(word => word.Length > 2 && feed.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
