using NewsBot.Messages;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>/preview TOPIC: what would have been sent in the last days, without following it.</summary>
internal sealed class PreviewCommand(RecentMatches recent) : ICommand
{
    private const int Shown = 5;

    public string Name => "preview";

    public CommandAudience Audience => CommandAudience.Everyone;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Argument.Length == 0)
        {
            call.Reply(call.Texts.WhatToPreview);
            return;
        }

        switch (await call.ParseTopicAsync(call.Argument, cancellationToken))
        {
            case null:
                call.Refuse(call.Texts.ButtonIsOld);
                break;
            case TopicParse.Failure failure:
                call.Reply(InvalidTopicReply.Of(call.Texts, failure, Name));
                break;
            case TopicParse.Success { Query: var query }:
                var forecast = (await recent.LookAsync(call.Db, [query], cancellationToken))[0];
                call.Reply(Answer(call, query, forecast));
                break;
        }
    }

    private static Message Answer(CommandCall call, TopicQuery query, TopicForecast forecast)
    {
        var texts = call.Texts;
        var days = (int)Math.Max(1, Math.Round(forecast.Span.TotalDays));
        var about = forecast.AtLeast(MatchLevel.About).ToList();
        var message = new MessageBuilder()
            .Text(about.Count == 0 ? texts.PreviewNothing(query.Name, days) : texts.PreviewTitle(query.Name, days))
            .Understood(texts, query);
        foreach (var (article, match) in about.Take(Shown))
        {
            message.Text("\n• ").Link(article.Title, article.Address).Text($" ({article.Publisher})");
            if (match.Why is [var why, ..])
            {
                message.Text($": {texts.WhyReason(why.Term, why.Field, why.Count)}");
            }
        }

        message.Text($"\n\n{texts.PreviewLevels(forecast.AtLeast(MatchLevel.Headline).Count(), about.Count, forecast.Stories.Count)}")
            .Doubted(texts, call.Argument, query, forecast);
        return TopicButton.ReferenceTo(query, message) is { } reference
            ? message.Row(new Button(texts.FollowButton, $"{CommandTable.Subscribe}:{reference}")).Build()
            : message.Build();
    }
}
