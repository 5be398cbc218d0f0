using NewsBot.Messages;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>What a reply says about a topic: how it was understood, and what to expect.</summary>
internal static class TopicReply
{
    private const int MaxAliases = 3;

    /// <summary>The other names of the topic, or the query in its canonical form where it says more than the name.</summary>
    public static MessageBuilder Understood(this MessageBuilder message, Texts texts, TopicQuery query)
    {
        if (query.Root is TopicNode.Known known)
        {
            var aliases = TopicCatalogue.AliasesOf(known.Concept).OrderByDescending(IsInLatinScript).ToList();
            return aliases.Count == 0 ? message : message.Text($" {texts.AlsoKnownAs([.. aliases.Take(MaxAliases)], Math.Max(0, aliases.Count - MaxAliases))}");
        }

        return message.Text($"\n{texts.ReadAs} ").Code(query.Canonical);
    }

    /// <summary>How many articles to expect at a level, and the newest.</summary>
    public static MessageBuilder Foreseen(this MessageBuilder message, Texts texts, TopicForecast forecast, MatchLevel level)
    {
        if (forecast.AtLeast(level).FirstOrDefault() is not { } newest)
        {
            return message.Text($"\n\n{texts.NothingYet}");
        }

        return message.Text($"\n\n{texts.Expected((int)level, forecast.PerDay(level))} {texts.NewestSoFar} ")
            .Link(newest.Article.Title, newest.Article.Address)
            .Text($" ({newest.Article.Publisher})");
    }

    /// <summary>Where a phrase with "or" in it was never found: the same with the operator, and a button to take that.</summary>
    public static MessageBuilder Doubted(this MessageBuilder message, Texts texts, string typed, TopicQuery query, TopicForecast forecast)
    {
        if (forecast.Stories.Count > 0 || OperatorSuggestion.Suggest(typed, query) is not { } suggestion)
        {
            return message;
        }

        message.Text($"\n{texts.DidYouMean} ").Code(suggestion);
        return TopicButton.Fits(suggestion) ? message.Row(new Button(texts.TakeItButton, $"subscribe:{suggestion}")) : message;
    }

    /// <summary>Names that readers of the English interface recognise go first.</summary>
    private static bool IsInLatinScript(string name) => name.All(letter => letter < '\u0370');
}
