namespace NewsBot.Benchmarks.Stories;

/// <summary>Seven ways in which a text is edited when it is published again.</summary>
internal static class TextEdits
{
    /// <summary>One word in so many is replaced.</summary>
    private const int Replaced = 8;

    public static readonly IReadOnlyList<(string Kind, Func<string, Random, string> Edit)> All =
    [
        ("second half cut off", (text, _) => text[..(text.Length / 2)]),
        ("another first paragraph", (text, _) => string.Join("\n\n", text.Split("\n\n").Skip(1).Prepend("Here is what our own desk knows of it at this hour."))),
        ("a third of the sentences left out", (text, _) => string.Join(". ", text.Split(". ").Where((_, at) => at % 3 != 2))),
        ("paragraphs shuffled", (text, random) => string.Join("\n\n", text.Split("\n\n").OrderBy(_ => random.Next()))),
        ("every eighth word replaced", (text, random) => string.Join("\n\n", text.Split("\n\n").Select(paragraph => Replace(paragraph, random)))),
        ("case and signs changed", (text, _) => string.Concat(text.ToUpperInvariant().Where(sign => char.IsLetterOrDigit(sign) || char.IsWhiteSpace(sign)))),
        ("text added around it", (text, _) => $"The following comes from our partners at the agency, who have covered this town for years.\n\n{text}\n\nSign up for our letter, which comes every morning before the first coffee of the day."),
    ];

    private static string Replace(string paragraph, Random random) => string.Join(
        ' ', paragraph.Split(' ').Select(word => random.Next(Replaced) == 0 ? "instead" : word));
}
