namespace NewsBot.Topics.Queries;

/// <summary>"nato or korea" is a phrase; who types it may mean the operator.</summary>
internal static class OperatorSuggestion
{
    private static readonly HashSet<string> Operators = ["and", "or", "not", "und", "oder", "nicht", "et", "ou", "sauf", "y", "o", "і", "та", "або", "не", "и", "или"];

    /// <summary>The same text with its operators in capitals; null where that is no other query.</summary>
    public static string? Suggest(string typed, TopicQuery query)
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var raised = string.Join(' ', words.Select(word => Operators.Contains(word.ToLowerInvariant()) ? word.ToUpperInvariant() : word));
        return query.Root is TopicNode.Words && raised != string.Join(' ', words) && TopicQuery.Parse(raised) is TopicParse.Success { Query: var other } && other.Canonical != query.Canonical
            ? raised
            : null;
    }
}
