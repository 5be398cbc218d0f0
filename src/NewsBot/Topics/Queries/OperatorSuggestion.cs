namespace NewsBot.Topics.Queries;

/// <summary>"nato or korea" is a phrase; who types it may mean the operator.</summary>
internal static class OperatorSuggestion
{
    /// <summary>The same text with its operators in capitals; null where that is no other query.</summary>
    public static string? Suggest(string typed, TopicQuery query)
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var raised = string.Join(' ', words.Select(Raise));
        return query.Root is TopicNode.Words && raised != string.Join(' ', words) && TopicQuery.Parse(raised) is TopicParse.Success { Query: var other } && other.Canonical != query.Canonical
            ? raised
            : null;
    }

    /// <summary>"no" is a word of English phrases much more often than the operator of Spanish.</summary>
    private static string Raise(string word)
    {
        var upper = word.ToUpperInvariant();
        return upper != "NO" && QueryOperators.IsOperator(upper) ? upper : word;
    }
}
