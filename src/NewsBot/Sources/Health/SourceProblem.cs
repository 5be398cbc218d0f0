namespace NewsBot.Sources.Health;

/// <summary>What is wrong with a source for so long that the people who run the bot should know.</summary>
internal enum SourceProblem
{
    None,

    /// <summary>It could not be read for a day.</summary>
    Failing,

    /// <summary>It said that it is gone for good.</summary>
    Gone,

    /// <summary>It answers, and has had no news for much longer than it used to.</summary>
    Silent,
}
