using System.Text.RegularExpressions;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>Addresses for pages that bring none along.</summary>
internal static partial class PageSlug
{
    private const int MaxSlug = 60;

    /// <summary>Lower-case Latin letters, digits and hyphens from a title, with a number where that is taken;
    /// <c>page</c> where a title has no Latin letters.</summary>
    public static string For(string title, Func<string, bool> taken)
    {
        var words = Gaps().Replace(title.ToLowerInvariant(), "-");
        var slug = words[..Math.Min(words.Length, MaxSlug)].Trim('-');
        slug = slug.Length > 0 ? slug : "page";
        return taken(slug)
            ? Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{slug}-{number}").First(name => !taken(name))
            : slug;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Gaps();
}
