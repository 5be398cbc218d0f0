namespace NewsBot.Topics;

/// <summary>How much of an article must be about a topic. A higher value is a stricter level.</summary>
internal enum MatchLevel
{
    /// <summary>Every hit.</summary>
    Mention = 0,

    /// <summary>The article is about the topic: the default of a subscription.</summary>
    About = 1,

    /// <summary>The topic stands in the headline or the first lines.</summary>
    Headline = 2,
}
