namespace NewsBot.Articles.Walls;

/// <summary>What a site answers with in place of an article.</summary>
internal enum PageWall
{
    /// <summary>Asks to agree to cookies or tracking.</summary>
    Consent,

    /// <summary>Asks to sign in or to subscribe, and shows none of the article.</summary>
    Login,

    /// <summary>Asks to prove that one is human, or refuses because one is not.</summary>
    BotCheck,

    /// <summary>Refuses readers from this part of the world.</summary>
    Region,

    /// <summary>Shows nothing without JavaScript.</summary>
    Script,

    /// <summary>There is no such page, or the site is out of order, whatever the status code says.</summary>
    Missing,
}

internal static class PageWallWarnings
{
    /// <summary>A sentence for people.</summary>
    public static string ToWarning(this PageWall wall) => "This is not an article: " + wall switch
    {
        PageWall.Consent => "the site asks for consent to cookies.",
        PageWall.Login => "the site asks to log in or to subscribe.",
        PageWall.BotCheck => "the site checks for bots or refuses them.",
        PageWall.Region => "the site refuses readers from this region.",
        PageWall.Script => "the page needs JavaScript.",
        _ => "the page does not exist or is out of order.",
    };
}
