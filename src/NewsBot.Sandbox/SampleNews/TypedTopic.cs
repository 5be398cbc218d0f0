using System.Text.RegularExpressions;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>What the sample news takes from a text that a person typed to the bot.</summary>
internal static partial class TypedTopic
{
    /// <summary>Longer texts are no topics, but letters to the bot.</summary>
    private const int MaxTopic = 100;

    /// <summary>The topic in <c>/subscribe TOPIC</c>, <c>/follow@SomeBot TOPIC</c> or plain text; null for other
    /// commands, for a command without its topic, and for what is too long to be one.</summary>
    public static string? In(string text)
    {
        var trimmed = text.Trim();
        var topic = trimmed.StartsWith('/') ? Following().Match(trimmed).Groups["topic"].Value.Trim() : trimmed;
        return topic.Length is 0 or > MaxTopic || topic.Contains('\n') ? null : topic;
    }

    /// <summary>The words a page must carry to satisfy a topic: all but operators and what is excluded by a minus
    /// or NOT; <c>nato AND (korea OR dprk) -sport</c> gives nato, korea, dprk.</summary>
    /// <returns>The text itself where nothing would be left.</returns>
    public static IReadOnlyList<string> WantedTerms(string topic)
    {
        var wanted = Operators().Split(Excluded().Replace(topic, " "))
            .Select(term => term.Trim())
            .Where(term => term.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return wanted.Count > 0 ? wanted : [topic];
    }

    [GeneratedRegex(@"^/(?:subscribe|follow)(?:@\w+)?\s+(?<topic>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Following();

    [GeneratedRegex("""(?:(?<!\S)-|\bNOT\s+)(?:"[^"]*"|\([^)]*\)|[^\s()]+)""")]
    private static partial Regex Excluded();

    [GeneratedRegex("""\bAND\b|\bOR\b|[()"“”|,]""")]
    private static partial Regex Operators();
}
