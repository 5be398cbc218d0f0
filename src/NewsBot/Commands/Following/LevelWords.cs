using NewsBot.Topics;

namespace NewsBot.Commands.Following;

/// <summary>The words for levels, as people type them and buttons carry them.</summary>
internal static class LevelWords
{
    public static string NameOf(MatchLevel level) => level switch
    {
        MatchLevel.Headline => "headline",
        MatchLevel.About => "about",
        _ => "mention",
    };

    /// <summary>The level that a text ends with, and the topic before it; no level where the text ends with something else.</summary>
    public static (string Topic, MatchLevel? Level) Read(string text)
    {
        var space = text.LastIndexOf(' ');
        MatchLevel? level = text[(space + 1)..].ToLowerInvariant() switch
        {
            "headline" or "headlines" => MatchLevel.Headline,
            "about" => MatchLevel.About,
            "mention" or "mentions" => MatchLevel.Mention,
            _ => null,
        };
        return level is null ? (text, null) : (text[..Math.Max(space, 0)].TrimEnd(), level);
    }
}
