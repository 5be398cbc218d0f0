namespace NewsBot.Messages;

internal sealed partial class English
{
    public override string TopicRefusal(string problem, string piece, int limit) => problem switch
    {
        "Empty" => "There's nothing to look for yet. Send a topic, for example North Korea.",
        "TooLong" => $"A topic can have at most {limit} characters. Split it into two topics.",
        "TooManyTerms" => $"A topic can have at most {limit} terms. Split it into two topics.",
        "TooManyTopics" => $"That's too many topics at once. Send at most {limit} in one message.",
        "TooDeep" => $"Brackets can be nested at most {limit} deep. Simplify the topic or split it in two.",
        "Markup" => "A topic is plain text. Remove < and >.",
        "SaysNothing" => $"“{piece}” is too common or too short to search for. Use a longer word, or put = before an acronym in capitals, like =IT.",
        "OnlyNegatives" => "This only says what to leave out, so it would match nearly everything. Add what to look for, like nato -sport.",
        "OnlyFilters" => "source: and lang: only narrow a topic down. Add what to look for, like nato lang:en.",
        "Contradiction" => "This both asks for something and excludes it, so it would match nothing or everything.",
        "OpenQuote" => "Missing closing quotation mark.",
        "OpenBracket" => "Missing closing bracket.",
        "StrayBracket" => "Missing opening bracket.",
        "MissingTerm" => "A term is missing next to an operator (AND, OR, NOT, title:, source:, lang:) or in brackets.",
        "ShortBeginning" => $"Too many words start with “{piece}”. Put at least {limit} letters before the star.",
        "StrayStar" => "A star goes at the end of a word: climat* finds climate, climatic and climatology.",
        "UnknownLanguage" => $"I don't know the language “{piece}”. Use a two-letter code: lang:en, lang:uk, lang:de, lang:es or lang:fr.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "No sentence for it."),
    };

    public override string HereItFails => "Here:";

    public override string DidYouMean => "Did you mean this?";

    public override string TakeItButton => "Yes, use that";

    public override string ReadAs => "I'll look for:";

    public override string Expected(int level, double? perDay) => perDay switch
    {
        null => "I haven't been running long enough to say how much to expect.",
        0 => $"Nothing{Condition(level)} in the last few days.",
        < 1 => $"Expect about one article{Condition(level)} {Every((int)Math.Round(1 / perDay.Value))}.",
        _ => $"Expect about {Articles((int)Math.Round(perDay.Value))}{Condition(level)} a day.",
    };

    public override string LevelButton(int level) => level switch
    {
        2 => "Headlines",
        1 => "Main subject",
        _ => "Any mention",
    };

    public override string LevelOf(string topic, int level) => level switch
    {
        2 => $"{topic}: you get articles with it in the headline or first lines.",
        1 => $"{topic}: you get articles with it as their main subject.",
        _ => $"{topic}: you get every article that mentions it.",
    };

    public override string? LevelMark(int level) => level switch
    {
        2 => "headlines only",
        1 => null,
        _ => "any mention",
    };

    public override string WhichLevel => "How closely must articles match? Pick a topic:";

    public override string LevelNotUnderstood =>
        "Send one of your topics with headline, about or mention, like /level NATO headline. /topics shows what you follow.";

    public override string BackButton => "Back";

    public override string NowFollowingSeveral(int count) => count == 0 ? "No new topics:" : $"You now follow {count} more {(count == 1 ? "topic" : "topics")}:";

    public override string TopicsButton => "Your topics";

    public override string WhatToPreview => "Which topic do you want to try? Put it after the command, like /preview North Korea.";

    public override string PreviewTitle(string topic, int days) => $"What you'd have received about {topic} in {LastDays(days)}:";

    public override string PreviewLevels(int headline, int about, int mention) =>
        $"Headline {headline} · Main subject {about} · Any mention {mention}";

    public override string PreviewNothing(string topic, int days) => $"Nothing about {topic} in {LastDays(days)}.";

    private static string LastDays(int days) => days == 1 ? "the past day" : $"the past {days} days";

    private static string Every(int days) => days == 1 ? "a day" : $"every {days} days";

    private static string Articles(int count) => count == 1 ? "one article" : $"{count} articles";

    private static string Condition(int level) => level switch
    {
        2 => " with it in the headline",
        1 => "",
        _ => " mentioning it",
    };
}
