namespace NewsBot.Messages;

internal sealed partial class English
{
    public override string TopicRefusal(string problem, string piece, int limit) => problem switch
    {
        "Empty" => "There is nothing to look for yet: write a topic such as North Korea.",
        "TooLong" => $"A topic has at most {limit} characters: make it two topics.",
        "TooManyTerms" => $"A topic has at most {limit} terms: make it two topics.",
        "TooManyTopics" => $"These are more topics than I can take at once: send at most {limit} in one message.",
        "TooDeep" => $"A topic has at most {limit} brackets within each other: make it simpler, or two topics.",
        "Markup" => "A topic is plain text: leave out < and >.",
        "SaysNothing" => $"“{piece}” would be found nearly everywhere or nowhere: a term needs a word of two letters or more that is not only a "
            + "small word. An acronym is written in capitals with a sign before it, as in =IT.",
        "OnlyNegatives" => "It only says what to leave out, and would match nearly every article. Say what to look for too: nato -sport.",
        "OnlyFilters" => "source: and lang: only narrow a topic. Say what to look for too: nato lang:en.",
        "Contradiction" => "It asks for a thing and leaves it out at once, so that nothing or everything would match.",
        "OpenQuote" => "A quotation mark is opened and not closed.",
        "OpenBracket" => "A bracket is opened and not closed.",
        "StrayBracket" => "A bracket is closed that was not opened.",
        "MissingTerm" => "A term is missing beside an operator (AND, OR, NOT, title:, source:, lang:) or in brackets.",
        "ShortBeginning" => $"“{piece}” begins too many words: at least {limit} letters stand before a star.",
        "StrayStar" => "A star stands at the end of a word: climat* finds climate, climatic and climatology.",
        "UnknownLanguage" => $"“{piece}” is no language that I know: write a code of two letters, such as lang:en, lang:uk, lang:de, lang:es or lang:fr.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "No sentence for it."),
    };

    public override string HereItFails => "Here:";

    public override string DidYouMean => "Did you mean this?";

    public override string TakeItButton => "Yes, that";

    public override string ReadAs => "I look for:";

    public override string Expected(int level, double? perDay) => perDay switch
    {
        null => "I have not read long enough to say how much to expect.",
        0 => $"In the last days there was {Nothing(level)}.",
        < 1 => $"Expect {Subject(level)} about every {Count((int)Math.Round(1 / perDay.Value), "day", "days")}.",
        _ => $"Expect about {Count((int)Math.Round(perDay.Value), "article", "articles")} a day {Condition(level)}.",
    };

    public override string LevelButton(int level) => level switch
    {
        2 => "Headlines",
        1 => "About it",
        _ => "Every mention",
    };

    public override string LevelOf(string topic, int level) => level switch
    {
        2 => $"{topic}: you get articles that have it in the headline or the first lines.",
        1 => $"{topic}: you get articles that are about it.",
        _ => $"{topic}: you get every article that mentions it.",
    };

    public override string? LevelMark(int level) => level switch
    {
        2 => "headlines only",
        1 => null,
        _ => "every mention",
    };

    public override string WhichLevel => "How much of an article must be about it? Choose the topic:";

    public override string LevelNotUnderstood =>
        "Write one of the topics that you follow, and headline, about or mention: /level NATO headline. /topics shows what you follow.";

    public override string BackButton => "Back";

    public override string NowFollowingSeveral(int count) => $"You now follow {Count(count, "topic", "topics")} more:";

    public override string TopicsButton => "Your topics";

    public override string WhatToPreview => "What shall I look for? Type it after the command, as in /preview North Korea.";

    public override string PreviewTitle(string topic, int days) => $"About {topic} this would have come in {LastDays(days)}:";

    public override string PreviewLevels(int headline, int about, int mention) =>
        $"With it in the headline: {headline}. About it: {about}. Every mention: {mention}.";

    public override string PreviewNothing(string topic, int days) => $"About {topic} nothing would have come in {LastDays(days)}.";

    private static string LastDays(int days) => days == 1 ? "the last day" : $"the last {days} days";

    private static string Nothing(int level) => level switch
    {
        2 => "nothing with it in the headline",
        1 => "nothing about it",
        _ => "no mention of it",
    };

    private static string Subject(int level) => level switch
    {
        2 => "a headline with it",
        1 => "an article about it",
        _ => "a mention of it",
    };

    private static string Condition(int level) => level switch
    {
        2 => "with it in the headline",
        1 => "about it",
        _ => "that mention it",
    };
}
