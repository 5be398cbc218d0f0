namespace NewsBot.Topics.Queries;

/// <summary>The result of parsing a typed topic.</summary>
internal abstract record TopicParse
{
    public sealed record Success(TopicQuery Query) : TopicParse;

    /// <param name="Problem">What is wrong.</param>
    /// <param name="Text">What was read: the typed text with its letters composed.</param>
    /// <param name="Position">Where in <paramref name="Text"/>, counting UTF-16 units from 0.</param>
    /// <param name="Length">UTF-16 units; 0 where something is missing.</param>
    public sealed record Failure(QueryProblem Problem, string Text, int Position, int Length) : TopicParse
    {
        /// <summary>The edit that fixes the problem, or null where only the person can know.</summary>
        public QueryEdit? Edit { get; init; }

        /// <summary>The text without any problem, or null.</summary>
        public string? Suggestion => QueryEdit.Repair(this);
    }
}
