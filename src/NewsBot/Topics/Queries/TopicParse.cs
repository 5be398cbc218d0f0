namespace NewsBot.Topics.Queries;

/// <summary>What became of a text that somebody typed for a topic.</summary>
internal abstract record TopicParse
{
    public sealed record Success(TopicQuery Query) : TopicParse;

    /// <param name="Problem">What is wrong, for other languages than English.</param>
    /// <param name="Sentence">What is wrong and what would help, in a sentence.</param>
    /// <param name="Position">Where in the text, counting UTF-16 units from 0.</param>
    public sealed record Failure(QueryProblem Problem, string Sentence, int Position) : TopicParse;
}
