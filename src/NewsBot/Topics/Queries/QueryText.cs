using NewsBot.Text;

namespace NewsBot.Topics.Queries;

/// <summary>The text of a query, before and after it is read.</summary>
internal static class QueryText
{
    /// <summary>Composed, and without control characters; a place in it is a place in what the failure quotes.</summary>
    public static string Clean(string text)
    {
        var composed = Tokenizer.Compose(text);
        return composed.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && composed.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') < 0
            ? composed
            : string.Concat(composed.Select(letter => char.IsControl(letter) && letter != '\n' ? ' ' : letter));
    }

    /// <summary>What makes a text no query at all, whatever it says; null for a text that can be read.</summary>
    public static TopicParse.Failure? FindUnfit(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new TopicParse.Failure(QueryProblem.Empty, "", 0, 0);
        }

        if (text.Length > QueryLimits.Characters)
        {
            return new TopicParse.Failure(QueryProblem.TooLong, "", QueryLimits.Characters, 0);
        }

        var markup = text.AsSpan().IndexOfAny('<', '>');
        return markup < 0 ? null : new TopicParse.Failure(QueryProblem.Markup, text, markup, 1) { Edit = new QueryEdit(markup, 1, " ") };
    }

    /// <summary>As people read it, in one line, and never too long for a button.</summary>
    public static string NameOf(TopicNode root, string typed)
    {
        if (root is TopicNode.Known known)
        {
            return known.Concept.Name;
        }

        var line = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(',', ' ');
        if (line.Length <= QueryLimits.Name)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[QueryLimits.Name - 2]) ? QueryLimits.Name - 2 : QueryLimits.Name - 1;
        return line[..end] + "…";
    }
}
