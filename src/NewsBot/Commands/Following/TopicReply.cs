using NewsBot.Messages;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>What is said of a topic that somebody begins to follow or looks at: how it was understood, and what to expect.</summary>
internal static class TopicReply
{
    private const int AliasesShown = 5;

    /// <summary>The other names of the topic, or the query in its canonical form where it says more than the name.</summary>
    public static MessageBuilder Understood(this MessageBuilder message, Texts texts, TopicQuery query)
    {
        if (query.Root is TopicNode.Known known)
        {
            return TopicCatalogue.AliasesOf(known.Concept).Take(AliasesShown).ToList() is { Count: > 0 } aliases
                ? message.Text($" {texts.AlsoKnownAs(aliases)}")
                : message;
        }

        return message.Text($"\n{texts.ReadAs} ").Code(query.Canonical);
    }

    /// <summary>The articles that are to be expected at a level, and the newest.</summary>
    public static MessageBuilder Foreseen(this MessageBuilder message, Texts texts, TopicForecast outlook, MatchLevel level)
    {
        if (outlook.AtLeast(level).FirstOrDefault() is not { } newest)
        {
            return message.Text($"\n\n{texts.NothingYet}");
        }

        return message.Text($"\n\n{texts.Expected((int)level, outlook.PerDay(level))} {texts.NewestSoFar} ")
            .Link(newest.Article.Title, newest.Article.Address)
            .Text($" ({newest.Article.Publisher})");
    }

    /// <summary>Where a phrase with "or" in it was never found: the same with an operator, and a button to take that.</summary>
    public static MessageBuilder Doubted(this MessageBuilder message, Texts texts, string typed, TopicQuery query, TopicForecast outlook)
    {
        if (outlook.Stories.Count > 0 || OperatorSuggestion.Suggest(typed, query) is not { } suggestion)
        {
            return message;
        }

        message.Text($"\n{texts.DidYouMean} ").Code(suggestion);
        return TopicButton.Fits(suggestion) ? message.Row(new Button(texts.TakeItButton, $"subscribe:{suggestion}")) : message;
    }
}
