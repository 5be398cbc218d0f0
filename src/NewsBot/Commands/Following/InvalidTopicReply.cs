using NewsBot.Messages;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>What is said to a text that cannot be a topic: why, where, and what would do instead.</summary>
internal static class InvalidTopicReply
{
    /// <summary>UTF-16 units that are shown before and after the place.</summary>
    private const int Around = 30;

    private const int MaxPiece = 40;

    public static string Sentence(Texts texts, TopicParse.Failure failure) => texts.TopicRefusal(
        failure.Problem.ToString(),
        Shorten(failure.Text.Substring(failure.Position <= failure.Text.Length ? failure.Position : 0, Math.Min(failure.Length, failure.Text.Length))),
        LimitOf(failure.Problem));

    /// <param name="texts">The language of the chat.</param>
    /// <param name="failure">What is wrong.</param>
    /// <param name="command">The command that the button gives the suggestion to.</param>
    public static Message Of(Texts texts, TopicParse.Failure failure, string command)
    {
        var message = new MessageBuilder();
        Write(message, texts, failure, command);
        return message.Build();
    }

    public static void Write(MessageBuilder message, Texts texts, TopicParse.Failure failure, string command)
    {
        message.Text(Sentence(texts, failure));
        if (failure.Length < failure.Text.Length)
        {
            message.Text($"\n{texts.HereItFails} ").Code(Excerpt(failure));
        }

        if (failure.Suggestion is { } suggestion)
        {
            message.Text($"\n{texts.DidYouMean} ").Code(suggestion);
            if (TopicButton.Fits(suggestion))
            {
                message.Row(new Button(texts.TakeItButton, $"{command}:{suggestion}"));
            }
        }
    }

    /// <summary>The text around the place with a sign before it, in one line: in any script, unlike a caret in a line below.</summary>
    private static string Excerpt(TopicParse.Failure failure)
    {
        var (text, position) = (failure.Text, failure.Position);
        var start = Math.Max(0, position - Around);
        var end = Math.Min(text.Length, position + Around);
        start += start > 0 && start < text.Length && char.IsLowSurrogate(text[start]) ? 1 : 0;
        end -= end < text.Length && end > position && char.IsLowSurrogate(text[end]) ? 1 : 0;
        return $"{(start > 0 ? "…" : "")}{text[start..position]}▶{text[position..end]}{(end < text.Length ? "…" : "")}".Replace('\n', ' ');
    }

    private static string Shorten(string piece)
    {
        var line = piece.Replace('\n', ' ').Trim();
        return line.Length <= MaxPiece ? line : $"{line[..(MaxPiece - (char.IsHighSurrogate(line[MaxPiece - 1]) ? 1 : 0))]}…";
    }

    private static int LimitOf(QueryProblem problem) => problem switch
    {
        QueryProblem.TooLong => QueryLimits.Characters,
        QueryProblem.TooManyTerms => QueryLimits.Terms,
        QueryProblem.TooManyTopics => TopicList.MaxTopics,
        QueryProblem.TooDeep => QueryLimits.Depth,
        QueryProblem.ShortBeginning => QueryLimits.Beginning,
        _ => 0,
    };
}
