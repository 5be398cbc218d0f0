using System.Text.RegularExpressions;

namespace NewsBot.Sources.Feeds;

/// <summary>What a body that is no feed seems to be instead.</summary>
internal static partial class NotAFeedDiagnosis
{
    private const int HeadLength = 2_000;

    /// <summary>A sentence for people.</summary>
    public static string Of(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, HeadLength));
        if (head.Trim().IsEmpty)
        {
            return "The address answered nothing at all, not a feed.";
        }

        if (WebPage().IsMatch(head))
        {
            return "The address answered a web page, not a feed.";
        }

        if (head.Contains("<urlset", StringComparison.OrdinalIgnoreCase))
        {
            return "The address answered a sitemap that lists pages without saying which of them are news.";
        }

        return head.TrimStart()[0] == '{'
            ? "The address answered JSON that is not a JSON Feed."
            : "The address answered something that is not a feed.";
    }

    [GeneratedRegex("<(!doctype\\s+html|html|head|body)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebPage();
}
