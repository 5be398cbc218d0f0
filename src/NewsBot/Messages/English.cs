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
        "start" => "Get started, or come back",
        "help" => "What this bot can do",
        "subscribe" => "Follow a topic: /subscribe NATO",
        "unsubscribe" => "Unfollow a topic",
        "topics" => "Your topics",
        "level" => "How closely articles must match",
        "preview" => "Try a topic before following it: /preview NATO",
        "latest" => "The latest articles: /latest NATO",
        "why" => "Why you got the last article",
        "pause" => "Pause news: /pause 8h",
        "resume" => "Resume news",
        "privacy" => "What is stored about you",
        "deleteme" => "Delete everything about this chat",
        "announcements" => "Announcements from this bot's admins: on or off",
        "addsource" => "Find a site's feeds: /addsource news.example",
        "sources" => "All sources and how they're doing",
        "source" => "One source: check now, mute, remove",
        "importsources" => "Add the feeds of an OPML file",
        "exportsources" => "Get the sources as an OPML file",
        "stats" => "Statistics about the bot",
        "broadcast" => "Send an announcement to everyone",
        "broadcasts" => "Recent announcements and how they went",
        _ => command,
    };

    public override string Welcome =>
        "Hello! I follow the news and send you stories about your topics: one short summary with a link per story.\n\n"
        + "Which topic interests you? Just type it, or pick one:";

    public override string WelcomeGroup =>
        "Hello, everyone! I follow the news and post stories about this chat's topics. "
        + "Administrators choose them, for example with /subscribe NATO.";

    public override string WelcomeBack(int topics) =>
        $"Welcome back! You follow {Count(topics, "topic", "topics")} and will get their news again. /topics shows {(topics == 1 ? "it" : "them")}.";

    public override string CameMeanwhile(int stories) =>
        $"You missed {Count(stories, "story", "stories")} while I was blocked. Want to see the top ones?";

    public override string ShowMissedButton => "Show me";

    public override string SkipMissedButton => "No, thanks";

    public override string MissedSkipped => "All right. I'll just send what's new from now on.";

    public override string GatheredStories(string topic, int stories) =>
        $"There's a lot about {topic} right now, so here {(stories == 1 ? "is" : "are")} {Count(stories, "story", "stories")} in one message:";

    public override string GatheredRest(int stories) => $"And {stories} more: see /latest.";

    public override string VolumeMoreButton => "Send each one separately";

    public override string VolumeDigestButton => "Always combine";

    public override string VolumeNarrowButton => "Headlines only";

    public override string VolumeMore(string topic) => $"OK, I'll send each story about {topic} separately.";

    public override string VolumeDigest(string topic) => $"OK, I'll combine stories about {topic} into one message an hour.";

    public override string ThreadIsGone(long chat, int thread, string why) =>
        $"I can't write to thread {thread} of forum {chat} anymore ({why}). News about its topics now goes to the forum's General thread.";

    public override string HelpTitle => "Here's what I can do:";

    public override string HelpHint => "In a private chat you can also just type a topic.";

    public override string WhatToFollow => "Which topic do you want to follow? Put it after the command, like /subscribe North Korea, or pick one:";

    public override string NowFollowing(string topic) => $"You now follow {topic}.";

    public override string AlsoKnownAs(IReadOnlyList<string> aliases, int more) =>
        $"Also matches: {string.Join(", ", aliases)}{(more > 0 ? $" and {Count(more, "other name", "other names")}" : "")}.";

    public override string NewestSoFar => "The latest so far:";

    public override string NothingYet => "Nothing yet. I'll message you when something appears.";

    public override string AlreadyFollowing(string topic) => $"You already follow {topic}.";

    public override string TooManyTopics(int most) =>
        $"This chat already follows {most} topics, the most it can. Unfollow one with /unsubscribe, then try again.";

    public override string OfferTopic(string topic) => $"Do you want to follow {topic}?";

    public override string FollowButton => "Follow";

    public override string LatestButton => "Show the latest";

    public override string UndoButton => "Undo";

    public override string WhatToUnfollow => "Which topic do you want to unfollow?";

    public override string NoLongerFollowing(string topic) => $"You no longer follow {topic}.";

    public override string FollowingAgain(string topic) => $"You follow {topic} again, with the same settings as before.";

    public override string NotFollowing(string topic) => $"You don't follow {topic}. /topics shows what you follow.";

    public override string AlreadyDropped => "You don't follow this topic anymore.";

    public override string FollowsNothing => "You don't follow any topics yet. Start with one, for example /subscribe NATO.";

    public override string TopicsTitle(int count) => $"You follow {Count(count, "topic", "topics")}:";

    public override string PausedMark(DateTimeOffset? until) => until is { } at ? $"paused until {Instant(at)}" : "paused";

    public override string PreviousButton => "Previous";

    public override string NextButton => "Next";

    public override string LatestAbout(string topic) => $"The latest about {topic}:";

    public override string NoLatest(string topic) => $"Nothing about {topic} lately.";

    public override string NoPushYet => "I haven't sent you an article yet. Once I have, /why shows which words matched your topics.";

    public override string WhyForgotten => "That article is too old: I no longer know why it matched.";

    public override string WhyTitle(string articleTitle) => $"Why you got “{articleTitle}”:";

    public override string WhyTopic(string topic, string level) => $"{topic} ({level})";

    public override string WhyReason(string term, string field, int count) => $"“{term}” {(count == 1 ? "once" : $"{count} times")} in {Field(field)}";

    public override string Level(int level) => level switch
    {
        2 => "in the headline or first lines",
        1 => "the article's main subject",
        _ => "mentioned",
    };

    public override string PauseHowLong(string? topic) => topic is null ? "Pause for how long?" : $"Pause {topic} for how long?";

    public override string PauseChoice(PauseLength length) => length switch
    {
        PauseLength.Hour => "1 hour",
        PauseLength.EightHours => "8 hours",
        PauseLength.Day => "1 day",
        PauseLength.Week => "1 week",
        _ => "Until I resume",
    };

    public override string Paused(string? topic, DateTimeOffset? until) => (topic, until) switch
    {
        (null, { } at) => $"Paused until {Instant(at)}. Send /resume to resume sooner.",
        (null, null) => "Paused. Send /resume when you want news again.",
        (_, { } at) => $"{topic} is paused until {Instant(at)}. Send /resume {topic} to resume sooner.",
        _ => $"{topic} is paused. Send /resume {topic} when you want its news again.",
    };

    public override string PauseNotUnderstood =>
        "I didn't understand for how long. Use 30m, 8h, 2d or 1w, like /pause 8h, or with a topic: /pause NATO 8h.";

    public override string Resumed(string? topic) => topic is null ? "News is back on." : $"{topic} is no longer paused.";

    public override string WasNotPaused => "Nothing is paused.";

    public override string MissedStories(int count) =>
        count == 0 ? "You didn't miss anything." : $"You missed {Count(count, "story", "stories")}:";

    public override string MissedWhileUnreachable(int stories, int replies) =>
        (stories, replies) switch
        {
            (_, 0) => $"I couldn't reach you for a while. You missed {Count(stories, "story", "stories")}; /latest has the newest.",
            (0, _) => "I couldn't reach you for a while and didn't answer in time. Please send your last command again.",
            _ => $"I couldn't reach you for a while. You missed {Count(stories, "story", "stories")}, and I didn't answer in time: please send your last command again.",
        };

    public override string TelegramAsksToWait(TimeSpan asked) =>
        $"Telegram refuses messages of this bot for {Count((int)Math.Min(asked.TotalDays, 100_000), "day", "days")} (429). I try again once a day; /readyz and the log say more.";

    public override string Privacy(int messageDays, int searchDays, int updateDays) =>
        "What I store about this chat:\n"
        + "• its number, type and language, the topics you follow with their settings, and pauses: until you unfollow a topic or send /deleteme\n"
        + $"• which messages I sent and when, for {messageDays} days; the text of a reply is erased once it's sent\n"
        + $"• feeds I found for you with /addsource, for {searchDays} days\n"
        + $"• the numbers of your messages, for {updateDays} days, so that I don't answer twice\n\n"
        + "I don't store names, or anything you type before you follow it as a topic. A topic that nobody follows anymore is deleted. "
        + "Nobody sees what you follow, and nothing is passed on.\n\n/deleteme deletes everything.";

    public override string DeleteQuestion(int topics) =>
        $"This deletes everything about this chat: {Count(topics, "topic", "topics")} and all settings. This can't be undone. Continue?";

    public override string DeleteButton => "Delete everything";

    public override string KeepButton => "Keep it";

    public override string Deleted => "Everything about this chat has been deleted. Send /start to begin again.";

    public override string NotDeleted => "Nothing was deleted.";

    public override string UnknownCommand(string command, string? nearest) => nearest is null
        ? $"I don't know {command}. /help shows what I can do."
        : $"I don't know {command}. Did you mean {nearest}? /help shows what I can do.";

    public override string OnlyChatAdministrators => "Only this chat's administrators can do that.";

    public override string CouldNotCheckAdministrator =>
        "Telegram couldn't tell me whether you're an administrator of this chat. Please try again in a minute.";

    public override string MakeMeAdministrator =>
        "This group hides its members, so I can't see who its administrators are. Make me an administrator, then try again.";

    public override string TooMuchAtOnce => "That's too fast for me, so I skipped some of it. Please wait a minute and try again.";

    public override string MessageIsGone => "I can't see this message anymore. Please send the command again.";

    public override string ButtonIsOld => "This chat doesn't follow that topic anymore. Send /subscribe with the topic to follow it.";

    public override string SomethingWentWrong =>
        "Something went wrong on my side, and nothing was changed. This bot's admins can see it in the log. Please try again later.";

    private static string Field(string field) => field switch
    {
        "title" => "the headline",
        "lede" => "the first lines",
        "tags" => "the tags",
        _ => "the text",
    };

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
