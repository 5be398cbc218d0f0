using System.CommandLine.Parsing;
using NewsBot.Topics.Queries;

namespace NewsBot.CommandLine.Inspection;

/// <summary>A topic on the command line.</summary>
/// <param name="Text">As it was typed.</param>
internal sealed record TypedTopic(string Text, TopicQuery Query)
{
    /// <summary>Null for what cannot be a topic: the result has the error then, which is wrong usage.</summary>
    public static TypedTopic? Parse(string text, SymbolResult result)
    {
        switch (TopicQuery.Parse(text))
        {
            case TopicParse.Success parsed:
                return new TypedTopic(text, parsed.Query);
            case TopicParse.Failure failure:
                result.AddError($"The topic '{text}' cannot be followed. {failure.Sentence}");
                return null;
            default:
                throw new InvalidOperationException("There is no other kind of parse.");
        }
    }
}
