namespace NewsBot.Fetching;

/// <summary>What is asked for, with the validators of the last answer, if any, exactly as that answer gave them.</summary>
internal sealed record FetchRequest(Uri Address, string? EntityTag = null, string? LastModified = null)
{
    public bool IsConditional => EntityTag is not null || LastModified is not null;
}
