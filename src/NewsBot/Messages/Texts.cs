using System.Globalization;

namespace NewsBot.Messages;

/// <summary>
/// What the bot says, in one language. A language is a class, so the compiler ensures that none lacks a sentence.
/// Arguments are plain text of any origin; rendering escapes them.
/// </summary>
internal abstract partial class Texts
{
    private static readonly Dictionary<string, Texts> Languages = new Texts[] { new English() }.ToDictionary(texts => texts.Language);

    /// <summary>Two letters (ISO 639-1).</summary>
    public abstract string Language { get; }

    /// <summary>The texts for a language as Telegram tells it ("de", "pt-br"); English where it is unknown.</summary>
    public static Texts For(string? languageCode) =>
        languageCode is { Length: >= 2 } && Languages.TryGetValue(languageCode[..2].ToLowerInvariant(), out var texts)
            ? texts
            : Languages["en"];

    /// <summary>Every language.</summary>
    public static IReadOnlyCollection<Texts> All => Languages.Values;

    // A push.
    public abstract string ReadArticle { get; }

    public abstract string WhyButton { get; }

    public abstract string TopicsOfPush(IReadOnlyList<string> topics);

    /// <summary>Which other sources tell the story of a push: at least one name, and how many more there are.</summary>
    public abstract string OtherSources(IReadOnlyList<string> names, int more);

    public string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.GetCultureInfo(Language));

    // The menu: what a command does, in at most 256 characters.
    public abstract string CommandDescription(string command);

    // Start and help.
    public abstract string Welcome { get; }

    public abstract string WelcomeGroup { get; }

    public abstract string WelcomeBack(int topics);

    public abstract string CameMeanwhile(int stories);

    public abstract string ShowMissedButton { get; }

    public abstract string SkipMissedButton { get; }

    public abstract string MissedSkipped { get; }

    // A topic with much news.
    public abstract string GatheredStories(string topic, int stories);

    public abstract string GatheredRest(int stories);

    public abstract string VolumeMoreButton { get; }

    public abstract string VolumeDigestButton { get; }

    public abstract string VolumeNarrowButton { get; }

    public abstract string VolumeMore(string topic);

    public abstract string VolumeDigest(string topic);

    // What the bot's admins are told.
    public abstract string ThreadIsGone(long chat, int thread, string why);

    public abstract string HelpTitle { get; }

    public abstract string HelpHint { get; }

    // Following.
    public abstract string WhatToFollow { get; }

    public abstract string NowFollowing(string topic);

    /// <summary>The topic's other names, and how many more there are.</summary>
    public abstract string AlsoKnownAs(IReadOnlyList<string> aliases, int more);

    public abstract string NewestSoFar { get; }

    public abstract string NothingYet { get; }

    public abstract string AlreadyFollowing(string topic);

    public abstract string TooManyTopics(int most);

    public abstract string OfferTopic(string topic);

    public abstract string FollowButton { get; }

    public abstract string LatestButton { get; }

    public abstract string UndoButton { get; }

    public abstract string WhatToUnfollow { get; }

    public abstract string NoLongerFollowing(string topic);

    public abstract string NotFollowing(string topic);

    public abstract string AlreadyDropped { get; }

    public abstract string FollowingAgain(string topic);

    public abstract string FollowsNothing { get; }

    public abstract string TopicsTitle(int count);

    public abstract string PausedMark(DateTimeOffset? until);

    public abstract string PreviousButton { get; }

    public abstract string NextButton { get; }

    // Latest and why.
    public abstract string LatestAbout(string topic);

    public abstract string NoLatest(string topic);

    public abstract string NoPushYet { get; }

    public abstract string WhyForgotten { get; }

    public abstract string WhyTitle(string articleTitle);

    public abstract string WhyTopic(string topic, string level);

    public abstract string WhyReason(string term, string field, int count);

    public abstract string Level(int level);

    // Pausing.
    public abstract string PauseHowLong(string? topic);

    public abstract string PauseChoice(PauseLength length);

    public abstract string Paused(string? topic, DateTimeOffset? until);

    public abstract string PauseNotUnderstood { get; }

    public abstract string Resumed(string? topic);

    public abstract string WasNotPaused { get; }

    public abstract string MissedStories(int count);

    /// <summary>What came too late to be sent: stories, and answers to commands. At least one of them is not 0.</summary>
    public abstract string MissedWhileUnreachable(int stories, int replies);

    /// <summary>To the bot's admins: Telegram refuses messages for that long.</summary>
    public abstract string TelegramAsksToWait(TimeSpan asked);

    // Privacy.
    /// <summary>What is kept, and for how many days: records of messages sent, feeds that were found, numbers of updates.</summary>
    public abstract string Privacy(int messageDays, int searchDays, int updateDays);

    public abstract string DeleteQuestion(int topics);

    public abstract string DeleteButton { get; }

    public abstract string KeepButton { get; }

    public abstract string Deleted { get; }

    public abstract string NotDeleted { get; }

    // Errors.
    public abstract string UnknownCommand(string command, string? nearest);

    public abstract string OnlyChatAdministrators { get; }

    /// <summary>Telegram did not say whether the person is an administrator.</summary>
    public abstract string CouldNotCheckAdministrator { get; }

    /// <summary>The group hides its members, so that the bot cannot see who its administrators are.</summary>
    public abstract string MakeMeAdministrator { get; }

    public abstract string TooMuchAtOnce { get; }

    /// <summary>A button's message was deleted. At most 200 characters, as all notices.</summary>
    public abstract string MessageIsGone { get; }

    /// <summary>A button's topic is not followed any more.</summary>
    public abstract string ButtonIsOld { get; }

    public abstract string SomethingWentWrong { get; }
}
