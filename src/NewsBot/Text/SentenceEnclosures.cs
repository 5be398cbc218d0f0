namespace NewsBot.Text;

/// <summary>Where quotations and brackets lie in a paragraph, so that no sentence is cut inside one.</summary>
internal static class SentenceEnclosures
{
    /// <summary>Nobody opens more at once, and every sign is compared with all that are open.</summary>
    private const int Deepest = 16;

    /// <summary>
    /// True for each character inside a quotation or brackets, its closing mark excluded. A mark without its partner
    /// encloses nothing: the quotation goes on in the next paragraph, or someone mistyped.
    /// </summary>
    /// <param name="paragraph">The text.</param>
    /// <param name="quotesAlone">Whether brackets count for nothing.</param>
    public static bool[] Mark(string paragraph, bool quotesAlone = false)
    {
        var enclosed = new bool[paragraph.Length];
        var open = new Stack<(int At, string Closers)>();
        for (var i = 0; i < paragraph.Length; i++)
        {
            var at = Closed(open, paragraph, i);
            if (at >= 0)
            {
                enclosed.AsSpan(at, i - at).Fill(true);
            }
            else if (!(quotesAlone && paragraph[i] is '(' or '[') && open.Count < Deepest && ClosersOf(paragraph, i) is { } closers)
            {
                open.Push((i, closers));
            }
        }

        return enclosed;
    }

    /// <summary>Whether every quotation mark of the text has its partner, so that the text can stand alone.</summary>
    public static bool AreBalanced(string text)
    {
        var open = new Stack<(int At, string Closers)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (Closed(open, text, i) >= 0)
            {
                continue;
            }

            if (ClosersOf(text, i) is { } closers)
            {
                if (open.Count == Deepest)
                {
                    return false;
                }

                open.Push((i, closers));
            }
            else if (text[i] is '”' or '»' or ')' or ']' || (text[i] == '"' && !IsInches(text, i)))
            {
                return false;
            }
        }

        return open.Count == 0;
    }

    /// <summary>Where the quotation that ends at <paramref name="i"/> began, or -1. Marks left open inside it are forgotten.</summary>
    private static int Closed(Stack<(int At, string Closers)> open, string text, int i)
    {
        if (!open.Any(mark => mark.Closers.Contains(text[i])))
        {
            return -1;
        }

        (int At, string Closers) last;
        do
        {
            last = open.Pop();
        }
        while (!last.Closers.Contains(text[i]));

        return last.At;
    }

    /// <summary>The marks that can close the quotation that opens at <paramref name="i"/>, or null when none opens there.</summary>
    private static string? ClosersOf(string text, int i)
    {
        var afterGap = i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—' or '–' or '-' or '“' or '„' or '«';
        return text[i] switch
        {
            '„' => "“”\"",
            '“' => "”\"",
            '«' => "»",
            '»' when afterGap => "«",
            '"' when afterGap => "\"”",
            '(' => ")",
            '[' => "]",
            _ => null,
        };
    }

    private static bool IsInches(string text, int i) => i > 0 && char.IsDigit(text[i - 1]);
}
