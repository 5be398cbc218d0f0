using NewsBot.TextAnalysis;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Matching;

/// <summary>
/// Chooses the stems under which a query is kept: every article that matches holds at least one of them, so that an article looks at
/// no other query.
/// </summary>
internal static class Anchors
{
    /// <param name="root">A query that <see cref="TopicTree.CanBeLookedFor"/>.</param>
    /// <param name="crowd">How many queries a stem already keeps: a rare one costs articles less.</param>
    public static HashSet<string> Of(TopicNode root, Func<string, int> crowd) => root switch
    {
        TopicNode.Words words => [Rarest(words.Phrase, crowd)],
        TopicNode.Known known => [.. known.Concept.Names.Select(name => Rarest(name, crowd))],
        TopicNode.AnyOf any => [.. any.Parts.SelectMany(part => Of(part, crowd))],
        TopicNode.AllOf all => all.Parts.Where(part => part.IsPositive).Select(part => Of(part, crowd)).MinBy(stems => stems.Sum(crowd) + stems.Count)!,
        _ => throw new ArgumentException("A negative part keeps nothing.", nameof(root)),
    };

    private static string Rarest(Phrase phrase, Func<string, int> crowd) => phrase.Words
        .Select(word => word.Term)
        .OrderBy(term => StopWords.Contains(term.Word))
        .ThenBy(term => crowd(term.Stem))
        .ThenByDescending(term => term.Stem.Length)
        .First().Stem;
}
