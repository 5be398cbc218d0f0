namespace NewsBot.Text;

/// <summary>Signs that no phrase spans: "…went North. Korea said…" is not about North Korea.</summary>
internal static class SentenceBreaks
{
    /// <summary>The signs that may be one.</summary>
    public const string Signs = "!?;:…。！？；：.";

    /// <summary>"St.", "Dr.", "J." and "Mr." go on; a word of this length and a full stop end.</summary>
    private const int ShortestLastWord = 3;

    /// <param name="lastWord">Length of the word before the sign, in UTF-16 units.</param>
    public static bool At(ReadOnlySpan<char> text, int index, int lastWord) => text[index] switch
    {
        '!' or '?' or ';' or ':' or '…' or '。' or '！' or '？' or '；' or '：' => true,
        '.' => lastWord >= ShortestLastWord && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1])),
        _ => false,
    };
}
