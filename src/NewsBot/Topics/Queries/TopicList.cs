namespace NewsBot.Topics.Queries;

/// <summary>Several topics in one text, separated by commas and new lines outside of brackets and quotes.</summary>
internal static class TopicList
{
    /// <summary>More than this in one text are refused: their answer must be one message.</summary>
    public const int MaxTopics = 20;

    /// <summary>The result for each, in order, without duplicates. At least one.</summary>
    public static IReadOnlyList<TopicParse> Parse(string text)
    {
        if (text.Length > QueryLimits.Characters * MaxTopics)
        {
            return [TopicQuery.Parse(text)];
        }

        var pieces = Split(QueryText.Clean(text));
        return pieces.Count switch
        {
            0 => [TopicQuery.Parse(text)],
            > MaxTopics => [new TopicParse.Failure(QueryProblem.TooManyTopics, "", 0, 0)],
            _ => [.. pieces.Select(TopicQuery.Parse).DistinctBy(parse => parse is TopicParse.Success found ? (object)found.Query.Canonical : parse)],
        };
    }

    private static List<string> Split(string text)
    {
        var pieces = new List<string>();
        var (depth, start) = (0, 0);
        foreach (var lexeme in QueryLexer.Read(text))
        {
            depth += lexeme.Kind switch
            {
                LexemeKind.Open => 1,
                LexemeKind.Close => -1,
                _ => 0,
            };
            if (lexeme.Kind == LexemeKind.End || (lexeme.Kind == LexemeKind.Separator && depth <= 0))
            {
                pieces.Add(text[start..lexeme.Start].Trim());
                start = lexeme.End;
            }
        }

        pieces.RemoveAll(piece => piece.Length == 0);
        return pieces;
    }
}
