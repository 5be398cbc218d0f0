namespace NewsBot.Topics.Queries;

/// <summary>What a word with a colon narrows.</summary>
internal enum QueryField
{
    None,
    Title,
    Source,
    Language,
}

internal static class QueryFields
{
    /// <summary>The field that a run of a query begins with, and how long its name is with the colon; also under the names of search engines.</summary>
    public static QueryField Of(ReadOnlySpan<char> run, out int length)
    {
        length = run.IndexOf(':') + 1;
        return length is 0 or > 10 ? QueryField.None : run[..(length - 1)].ToString().ToLowerInvariant() switch
        {
            "title" or "intitle" => QueryField.Title,
            "source" or "site" => QueryField.Source,
            "lang" or "language" => QueryField.Language,
            _ => QueryField.None,
        };
    }
}
