using NewsBot.Articles;
using NewsBot.Content.Html;
using NewsBot.Sources;

namespace NewsBot.Intake;

/// <summary>
/// Tells pages that are not the entry's article though nothing on them says so: the home page, or one page for several links, that the site
/// redirects to; and a short text under another title. A page that has the feed's title is never one.
/// </summary>
internal sealed class MisdirectionDetector
{
    /// <summary>In reading length: longer texts are articles, whatever their title.</summary>
    private const int ShortText = 600;

    /// <summary>Of a page's text: an article says early what it is about.</summary>
    private const int SearchedText = 2_000;

    private const int MinWordLength = 4;

    /// <summary>The share of the title's longer words that must be on the page.</summary>
    private const double MinShare = 0.3;

    private const int MaxTargets = 2_000;

    private readonly Lock gate = new();

    /// <summary>The link that was last redirected to each address.</summary>
    private readonly Dictionary<string, string> targets = [];

    /// <summary>Why the page is not the article, or null.</summary>
    /// <param name="entry">The entry of the feed.</param>
    /// <param name="asked">Its link.</param>
    /// <param name="answered">Where the redirects ended.</param>
    /// <param name="page">What was read there.</param>
    public string? Find(Entry entry, Uri asked, Uri answered, PageContent page)
    {
        var isShared = IsRedirect(asked, answered) && IsShared(asked, answered);
        if (HasTitle(entry.Title, page))
        {
            return null;
        }

        return isShared ? "The site answers with one page for several links."
            : IsRedirect(asked, answered) && answered.AbsolutePath == "/" && asked.AbsolutePath != "/" ? "The site answers with its home page."
            : DisplayText.ReadingLength(page.Text) < ShortText ? "The page is about something else than the feed's entry."
            : null;
    }

    private static bool IsRedirect(Uri asked, Uri answered) => WithoutQuery(asked) != WithoutQuery(answered);

    /// <summary>Whether another link led to the same page before.</summary>
    private bool IsShared(Uri asked, Uri answered)
    {
        lock (gate)
        {
            if (targets.Count >= MaxTargets)
            {
                targets.Clear();
            }

            var target = WithoutQuery(answered);
            var isShared = targets.TryGetValue(target, out var other) && other != WithoutQuery(asked);
            targets[target] = WithoutQuery(asked);
            return isShared;
        }
    }

    private static string WithoutQuery(Uri address) => (address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host) + address.AbsolutePath.TrimEnd('/');

    private static bool HasTitle(string title, PageContent page)
    {
        var words = title.Split([' ', ',', '.', ':', '?', '!', '"', '“', '”', '„', '«', '»', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= MinWordLength).ToList();
        var text = $"{page.Title} {page.Text[..Math.Min(SearchedText, page.Text.Length)]}";
        return words.Count == 0 || words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) >= MinShare * words.Count;
    }
}
