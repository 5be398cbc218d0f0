namespace NewsBot.Topics.Matching;

/// <summary>Where in an article a word stands.</summary>
internal enum ArticleField : byte
{
    Title,

    /// <summary>The description, and the first words of the body.</summary>
    Lede,
    Tags,
    Body,

    /// <summary>Datelines and credits: a mention, and never what an article is about.</summary>
    Aside,
}
