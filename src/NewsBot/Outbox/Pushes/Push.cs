using NewsBot.Messages;

namespace NewsBot.Outbox.Pushes;

/// <summary>What a push says: title, summary, who says so and when, who else, the topics it is for, the link, and a button for why.</summary>
internal static class Push
{
    private const int NamedSources = 3;

    public static Message ToMessage(PushContent wording, IReadOnlyList<string> topics, IReadOnlyList<string> sources, Texts texts)
    {
        var message = new MessageBuilder().Bold(wording.Title);
        if (wording.Summary.Length > 0)
        {
            message.Text($"\n\n{wording.Summary}");
        }

        return message
            .Text("\n\n").Italic(Credit(wording, texts))
            .Text(sources.Count > 0 ? $"\n{texts.OtherSources([.. sources.Take(NamedSources)], Math.Max(0, sources.Count - NamedSources))}" : "")
            .Text(topics.Count > 0 ? $"\n{texts.TopicsOfPush(topics)}" : "")
            .Text("\n").Link(texts.ReadArticle, wording.Address)
            .Row(new Button(texts.WhyButton, $"why:{wording.MatchId}"))
            .Preview(wording.Address)
            .Build();
    }

    private static string Credit(PushContent wording, Texts texts) => string.Join(
        " · ",
        new[] { wording.Publisher, string.Join(", ", wording.Authors), wording.Published is { } at ? texts.Instant(at) : "" }
            .Where(part => part.Length > 0));
}
