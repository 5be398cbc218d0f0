using Problem = NewsBot.Topics.Queries.QueryProblem;

namespace NewsBot.Topics.Queries;

/// <summary>What is said to a text that cannot be a topic.</summary>
internal static class Refusals
{
    public static TopicParse.Failure Refuse(QueryProblem problem, int position) => new(problem, Sentence(problem), position);

    private static string Sentence(QueryProblem problem) => problem switch
    {
        Problem.Empty => "There is nothing to look for yet: write a topic such as North Korea.",
        Problem.TooLong => $"A topic has at most {QueryLimits.Characters} characters: make it two topics.",
        Problem.TooManyTerms => $"A topic has at most {QueryLimits.Terms} terms: make it two topics.",
        Problem.Markup => "A topic is plain text: leave out < and >.",
        Problem.SaysNothing => "A term needs a word of its own, not only small words or one letter; an acronym such as WHO is written in capitals.",
        Problem.OnlyNegatives => "A topic must also say what to look for, not only what to leave out: nato -sport.",
        Problem.OpenQuote => "A quotation mark is opened and not closed.",
        Problem.OpenBracket => "A bracket is opened and not closed.",
        Problem.StrayBracket => "A bracket is closed that was not opened.",
        _ => "A term is missing beside AND, OR, NOT or in the brackets.",
    };
}
