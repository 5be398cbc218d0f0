namespace NewsBot.Messages;

/// <summary>A stretch of a text that is not plain. Stretches may overlap.</summary>
/// <param name="Start">Its first UTF-16 unit.</param>
/// <param name="Length">How many UTF-16 units it has.</param>
/// <param name="Style">How it is shown.</param>
/// <param name="Address">What it links to, or null.</param>
internal sealed record TextStyle(int Start, int Length, SpanStyle Style, string? Address = null)
{
    public int End => Start + Length;

    /// <summary>The text from one place on, as spans.</summary>
    /// <param name="text">The whole text, which the styles count in.</param>
    /// <param name="styles">Its styles.</param>
    /// <param name="from">The first UTF-16 unit to take: what lies before it is left out, of text and styles.</param>
    public static IReadOnlyList<Span> Spans(string text, IReadOnlyList<TextStyle> styles, int from)
    {
        var edges = styles
            .SelectMany(style => new[] { style.Start, style.End })
            .Concat([from, text.Length])
            .Where(edge => edge >= from && edge <= text.Length)
            .Distinct()
            .Order()
            .ToList();
        return [.. edges.Zip(edges.Skip(1), (start, end) => SpanOf(text[start..end], styles.Where(style => style.Start <= start && style.End >= end)))];
    }

    private static Span SpanOf(string text, IEnumerable<TextStyle> over)
    {
        var covering = over.ToList();
        return new Span(
            text,
            covering.Aggregate(SpanStyle.Plain, (sum, style) => sum | style.Style),
            covering.Select(style => style.Address).FirstOrDefault(address => address is not null));
    }
}
