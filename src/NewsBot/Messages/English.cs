namespace NewsBot.Messages;

internal sealed partial class English : Texts
{
    public override string Language => "en";

    public override string ReadArticle => "Read the article";

    public override string WhyButton => "Why?";

    public override string TopicsOfPush(IReadOnlyList<string> topics) =>
        $"{(topics.Count == 1 ? "Topic" : "Topics")}: {string.Join(", ", topics)}";

    public override string OtherSources(IReadOnlyList<string> names, int more) =>
        $"Also: {string.Join(", ", names)}{(more > 0 ? $", +{more}" : "")}";

    public override string CommandDescription(string command) => command switch
    {
        "start" => "Begin, or come back",
        "help" => "What this bot can do",
        "subscribe" => "Follow a topic: /subscribe NATO",
        "unsubscribe" => "Stop following a topic",
        "topics" => "What this chat follows",
        "level" => "How much of an article must be about a topic",
        "preview" => "What would have come: /preview NATO",
        "latest" => "The newest articles: /latest NATO",
        "why" => "Why the last article was sent",
        "pause" => "Silence for a while: /pause 8h",
        "resume" => "End a pause",
        "privacy" => "What is stored about you",
        "deleteme" => "Delete everything about this chat",
        "announcements" => "Announcements of the people who run me: on or off",
        "addsource" => "Find the feeds of a site: /addsource news.example",
        "sources" => "The sources, and how they are",
        "source" => "One source: look now, mute, remove",
        "importsources" => "Add the feeds of an OPML file",
        "exportsources" => "The sources as an OPML file",
        "stats" => "Figures about the bot",
        "broadcast" => "Send an announcement to everyone",
        "broadcasts" => "The last announcements, and how they went",
        _ => command,
    };

    public override string Welcome =>
        "Hello! I read the news and send you what is about the topics you follow: one short summary with a link per story.\n\n"
        + "Tell me a topic, for example /subscribe NATO, or just type it. Or begin with one of these:";

    public override string WelcomeGroup =>
        "Hello, everyone! I send the news about the topics that this chat follows. "
        + "Its administrators choose them, for example with /subscribe NATO.";

    public override string WelcomeBack(int topics) =>
        $"Welcome back! You follow {Count(topics, "topic", "topics")}, and their news reaches you again. /topics shows them.";

    public override string CameMeanwhile(int stories) =>
        $"While I could not write here, {Count(stories, "story", "stories")} came about them. Do you want to see the best?";

    public override string ShowMissedButton => "Show me";

    public override string SkipMissedButton => "No, thanks";

    public override string MissedSkipped => "All right. From now on news comes as before.";

    public override string GatheredStories(string topic, int stories) =>
        $"There is much about {topic} at the moment, so here {(stories == 1 ? "is" : "are")} {Count(stories, "story", "stories")} in one message:";

    public override string GatheredRest(int stories) => $"And {stories} more: /latest has them.";

    public override string VolumeMoreButton => "Send each by itself";

    public override string VolumeDigestButton => "Always gather";

    public override string VolumeNarrowButton => "Headlines only";

    public override string VolumeMore(string topic) => $"From now on each story about {topic} comes by itself, however many there are.";

    public override string VolumeDigest(string topic) => $"From now on stories about {topic} come together, once an hour.";

    public override string ThreadIsGone(long chat, int thread, string why) =>
        $"Thread {thread} of forum {chat} cannot be written to any more ({why}). What it follows now comes in the forum's general thread.";

    public override string HelpTitle => "This is what I understand:";

    public override string HelpHint => "In a private chat you can also just type a topic.";

    public override string WhatToFollow => "Which topic? Type it after the command, as in /subscribe North Korea, or choose one:";

    public override string NowFollowing(string topic) => $"You now follow {topic}.";

    public override string AlsoKnownAs(IReadOnlyList<string> aliases) => $"It is also found as: {string.Join(", ", aliases)}.";

    public override string NewestSoFar => "The newest so far:";

    public override string NothingYet => "Nothing about it yet. I will write when there is.";

    public override string AlreadyFollowing(string topic) => $"You already follow {topic}.";

    public override string TooManyTopics(int most) =>
        $"This chat follows {most} topics, which is as many as it can. Drop one with /unsubscribe first.";

    public override string OfferTopic(string topic) => $"Do you want news about {topic}?";

    public override string FollowButton => "Follow";

    public override string LatestButton => "Show the latest";

    public override string UndoButton => "Undo";

    public override string WhatToUnfollow => "Which topic shall I drop?";

    public override string NoLongerFollowing(string topic) => $"You no longer follow {topic}.";

    public override string NotFollowing(string topic) => $"You do not follow {topic}. /topics shows what you follow.";

    public override string AlreadyDropped => "You do not follow it any more.";

    public override string FollowsNothing => "You follow no topics yet. Begin with /subscribe NATO, or any other topic.";

    public override string TopicsTitle(int count) => $"You follow {Count(count, "topic", "topics")}:";

    public override string PausedMark(DateTimeOffset? until) => until is { } at ? $"paused until {Instant(at)}" : "paused";

    public override string PreviousButton => "Previous";

    public override string NextButton => "Next";

    public override string LatestAbout(string topic) => $"The newest about {topic}:";

    public override string NoLatest(string topic) => $"I have read nothing about {topic} lately.";

    public override string NoPushYet => "I have not sent you an article yet. When I have, /why tells what in it matched your topics.";

    public override string WhyForgotten => "That article was sent too long ago: I no longer remember why.";

    public override string WhyTitle(string articleTitle) => $"Why you got “{articleTitle}”:";

    public override string WhyTopic(string topic, string level) => $"{topic} ({level})";

    public override string WhyReason(string term, string field, int count) => $"“{term}” {(count == 1 ? "once" : $"{count} times")} in {Field(field)}";

    public override string Level(int level) => level switch
    {
        2 => "it is in the headline or the first lines",
        1 => "the article is about it",
        _ => "it is mentioned",
    };

    public override string PauseHowLong(string? topic) =>
        topic is null ? "For how long shall I be silent?" : $"For how long shall I be silent about {topic}?";

    public override string PauseChoice(PauseLength length) => length switch
    {
        PauseLength.Hour => "1 hour",
        PauseLength.EightHours => "8 hours",
        PauseLength.Day => "1 day",
        PauseLength.Week => "1 week",
        _ => "Until /resume",
    };

    public override string Paused(string? topic, DateTimeOffset? until) =>
        $"{(topic is null ? "I am silent" : $"I am silent about {topic}")} until {(until is { } at ? Instant(at) : "you say /resume")}.";

    public override string PauseNotUnderstood =>
        "I did not understand for how long. Write it like 30m, 8h, 2d or 1w: /pause 8h, or with a topic: /pause NATO 8h.";

    public override string Resumed(string? topic) => topic is null ? "The pause is over." : $"The pause of {topic} is over.";

    public override string WasNotPaused => "Nothing was paused.";

    public override string MissedStories(int count) =>
        count == 0 ? "You missed nothing." : $"You missed {Count(count, "story", "stories")}:";

    public override string MissedWhileUnreachable(int stories, int replies) =>
        (stories, replies) switch
        {
            (_, 0) => $"I couldn't reach you for a while. You missed {Count(stories, "story", "stories")}; /latest has the newest.",
            (0, _) => "I couldn't reach you for a while and didn't answer in time. Please send your last command again.",
            _ => $"I couldn't reach you for a while. You missed {Count(stories, "story", "stories")}, and I didn't answer in time: please send your last command again.",
        };

    public override string TelegramAsksToWait(TimeSpan asked) =>
        $"Telegram refuses messages of this bot for {Count((int)Math.Min(asked.TotalDays, 100_000), "day", "days")} (429). I try again once a day; /readyz and the log say more.";

    public override string Privacy =>
        "What I store about this chat: its number, its language, the topics it follows and their settings, and for a while which "
        + "messages I sent and which sites you asked me to look at. No names, no texts of yours: a message is forgotten when it is answered. "
        + "Nothing is given to anybody else.\n\n/deleteme deletes all of it.";

    public override string DeleteQuestion(int topics) =>
        $"This deletes everything about this chat: {Count(topics, "topic", "topics")} and all settings. It cannot be undone. Shall I?";

    public override string DeleteButton => "Delete everything";

    public override string KeepButton => "Keep it";

    public override string Deleted => "Everything about this chat is deleted. /start begins anew.";

    public override string NotDeleted => "Nothing was deleted.";

    public override string UnknownCommand(string command, string? nearest) => nearest is null
        ? $"I do not know {command}. /help shows what I understand."
        : $"I do not know {command}. Did you mean {nearest}? /help shows what I understand.";

    public override string OnlyChatAdministrators => "Only the administrators of this chat can change what it follows.";

    public override string SomethingWentWrong =>
        "Something went wrong on my side, and nothing was changed. The people who run me can see it. Please try again later.";

    private static string Field(string field) => field switch
    {
        "title" => "the headline",
        "lede" => "the first lines",
        "tags" => "the tags",
        _ => "the text",
    };

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
