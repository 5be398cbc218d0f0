using NewsBot.Articles.Extraction;
using NewsBot.Content.Html;

namespace NewsBot.Articles.RelatedPosts;

/// <summary>The other posts at the end of a plain-text page: headline, perhaps a teaser, perhaps an age.</summary>
internal static class PlainTextRelatedPosts
{
    private const int MaximumPosts = 50;

    /// <summary>Where the first list begins: at its heading, else two lines above the first of several ages; else the number of lines.</summary>
    public static int StartIn(IReadOnlyList<string> lines)
    {
        // Two paragraphs in a row after the heading: it was a pointer to another post in the middle of the article.
        var lastProse = Enumerable.Range(0, Math.Max(0, lines.Count - 1)).LastOrDefault(i => IsProse(lines[i]) && IsProse(lines[i + 1]), -1);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > lastProse && i + 1 < lines.Count && RelatedPostsHeadings.IsMatch(lines[i]))
            {
                return i;
            }
        }

        var ages = Enumerable.Range(0, lines.Count).Where(i => RelativeAge.Is(lines[i])).ToList();
        return ages.Count < 2 ? lines.Count : Math.Max(0, ages[0] - (IsTeaser(lines[Math.Max(0, ages[0] - 1)]) ? 2 : 1));
    }

    /// <summary>The posts of the lines from <see cref="StartIn"/> on.</summary>
    public static IReadOnlyList<RelatedPost> Read(IEnumerable<string> lines)
    {
        var posts = new List<RelatedPost>();
        string? age = null;
        var agesComeFirst = false;
        foreach (var line in lines)
        {
            if (RelatedPostsHeadings.IsMatch(line))
            {
                (age, agesComeFirst) = (null, false);
            }
            else if (RelativeAge.Is(line))
            {
                agesComeFirst |= posts.Count == 0 || posts[^1].Age is not null;
                age = agesComeFirst ? line : null;
                if (!agesComeFirst)
                {
                    posts[^1] = posts[^1] with { Age = line };
                }
            }
            else if (IsHeadline(line))
            {
                posts.Add(new RelatedPost(RelativeAge.Without(line), null, age ?? RelativeAge.Find(line)));
                age = null;
            }
        }

        return [.. posts.Take(MaximumPosts)];
    }

    private static bool IsProse(string line) => line.Length >= 150 && line.EndsWith('.');

    private static bool IsHeadline(string line) =>
        DisplayText.CountWords(line) >= 3 && line.Length <= 250 && !IsTeaser(line) && !BoilerplateText.IsMatch(line);

    private static bool IsTeaser(string line) => line.EndsWith('…') || line.EndsWith('.') || line.EndsWith("[…]", StringComparison.Ordinal);
}
