namespace NewsBot.Stories;

/// <summary>One event, told by one or more articles.</summary>
internal sealed class Story
{
    public long Id { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
