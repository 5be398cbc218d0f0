namespace NewsBot.Messages;

/// <summary>About topics and how they are written. Levels: 0 every mention, 1 about, 2 headline.</summary>
internal abstract partial class Texts
{
    /// <summary>Why a text cannot be a topic, and what would help, in a sentence.</summary>
    /// <param name="problem">Name of the problem.</param>
    /// <param name="piece">The part of the text that has it; may be empty.</param>
    /// <param name="limit">The most or the least that is allowed; 0 where there is no number.</param>
    public abstract string TopicRefusal(string problem, string piece, int limit);

    public abstract string HereItFails { get; }

    public abstract string DidYouMean { get; }

    public abstract string TakeItButton { get; }

    /// <summary>Stands before the query in its canonical form.</summary>
    public abstract string ReadAs { get; }

    /// <summary>How many articles are to be expected at a level.</summary>
    /// <param name="perDay">Stories a day; 0 for none in the days that were looked at; null where that is not known.</param>
    public abstract string Expected(int level, double? perDay);

    public abstract string LevelButton(int level);

    /// <summary>What a follower of the topic gets at the level.</summary>
    public abstract string LevelOf(string topic, int level);

    /// <summary>The level in a list of topics; null for the common one.</summary>
    public abstract string? LevelMark(int level);

    public abstract string WhichLevel { get; }

    public abstract string LevelNotUnderstood { get; }

    public abstract string BackButton { get; }

    public abstract string NowFollowingSeveral(int count);

    public abstract string TopicsButton { get; }

    public abstract string WhatToPreview { get; }

    public abstract string PreviewTitle(string topic, int days);

    public abstract string PreviewLevels(int headline, int about, int mention);

    public abstract string PreviewNothing(string topic, int days);
}
