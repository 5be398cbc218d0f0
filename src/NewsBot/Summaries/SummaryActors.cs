namespace NewsBot.Summaries;

/// <summary>The people of an opening that only repeats the headline: passed over, it would leave nobody who did it.</summary>
internal static class SummaryActors
{
    /// <summary>The last words of full names ("Mark Rutte") that stand in the text and not in the headline.</summary>
    public static IReadOnlyList<string> Of(string opening, string title)
    {
        var known = SummaryWords.Split(title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var actors = new List<string>();
        var names = 0;
        string? last = null;
        foreach (var word in SummaryWords.Split(opening).Append("."))
        {
            if (word.Length > 1 && char.IsUpper(word[0]))
            {
                (names, last) = (names + 1, word);
                continue;
            }

            if (names > 1 && !known.Contains(last!))
            {
                actors.Add(last!);
            }

            names = 0;
        }

        return actors;
    }
}
